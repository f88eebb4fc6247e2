package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentCommandTest {
    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void begin() {
        mlci = new CliRun(folder);
    }

    private int open(String id, String environment, String title, String... more) {
        String[] all = new String[more.length + 7];
        String[] first = {"incident", "open", id, "-e", environment, "--title", title};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return mlci.run(all);
    }

    private int resolve(String id, String... more) {
        String[] all = new String[more.length + 3];
        String[] first = {"incident", "resolve", id};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return mlci.run(all);
    }

    private int deploy(String environment, String build) {
        return mlci.run(
                "gate",
                "-e",
                environment,
                "--job",
                "shop",
                "--build",
                build,
                "--version-deployed=v" + build,
                "--start");
    }

    @Test
    void spacesAroundNamesMeanNothing() {
        assertThat(deploy(" prod ", "1")).isZero();
        assertThat(mlci.run("outcome", " shop#1@prod ", "success")).isZero();
        assertThat(mlci.out()).contains("Recorded: shop#1@prod success.");
        assertThat(open(" INC-1 ", " prod ", "Checkout is down", "--deployment", " shop#1@prod "))
                .isZero();
        assertThat(mlci.err()).doesNotContain("environment");
        assertThat(mlci.run("incident", "list", "-e", " prod ")).isZero();
        assertThat(mlci.out()).contains("INC-1");
        assertThat(mlci.run("incident", "show", " INC-1 ")).isZero();
        assertThat(mlci.out()).contains("Checkout is down");
        assertThat(resolve(" INC-1 ", "--how", "Restarted it")).isZero();
        assertThat(mlci.out()).contains("Resolved: INC-1: Restarted it");
        assertThat(mlci.run("outcome", "  ", "success")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void anIncidentThatIsOpenedAgainKeepsItsLineStopped() {
        assertThat(open("INC-10", "live", "Checkout is down")).isZero();
        assertThat(open("INC-10", "stage", "Typo")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).contains("is known already, in live");
        assertThat(open("INC-10", "live", "Something else")).isZero();
        assertThat(mlci.err()).contains("known already; nothing changed");
        assertThat(mlci.out())
                .contains("INC-10 in live (open): Checkout is down")
                .doesNotContain("Something else");
        assertThat(mlci.run("gate", "-e", "live", "--job", "shop", "--build", "1", "--enforce"))
                .isEqualTo(ExitCode.APPROVAL.code());
    }

    @Test
    void onlyTheFirstEndOfAnIncidentCounts() {
        open("INC-1", "live", "Down", "--at", "2026-11-22T10:00:00Z");
        assertThat(resolve("INC-1", "--how", "Restarted", "--at", "2026-11-22T11:00:00Z"))
                .isZero();
        assertThat(resolve("INC-1", "--how", "Waited")).isZero();
        assertThat(mlci.err()).contains("over already; nothing changed");
        assertThat(mlci.out()).contains("Resolved: INC-1: Restarted").doesNotContain("Waited");
        mlci.run("incident", "show", "INC-1");
        assertThat(mlci.out()).contains("over since 2026-11-22T11:00:00Z", "Resolved by: Restarted");
    }

    @Test
    void timesMustHaveCome() {
        assertThat(open("INC-1", "live", "Down", "--at", "2030-01-01T00:00:00Z"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("--at takes a time that has come");
        assertThat(open("INC-1", "live", "Down", "--at", "2026-11-23T12:03:00Z"))
                .as("a clock that runs ahead")
                .isZero();
        assertThat(resolve("INC-1", "--how", "x", "--at", "2026-11-23T11:00:00Z"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("2026-11-23T12:03:00Z, when INC-1 was noticed");
        assertThat(resolve("INC-1", "--how", "x", "--at", "2035-01-01T00:00:00Z"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(resolve("INC-1", "--how", "x")).isZero();
    }

    @Test
    void aDeploymentCannotCauseWhatWasNoticedBefore() {
        deploy("live", "1");
        assertThat(open("INC-1", "live", "Down", "--deployment", "shop#1@live", "--at", "2026-11-20T00:00:00Z"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("cannot have caused");
    }

    @Test
    void namesOfEnvironmentsAreStrippedAndDoubtfulOnesSaid() throws IOException {
        deploy("live", "1");
        assertThat(open("INC-1", " live ", "Down")).isZero();
        assertThat(mlci.out()).startsWith("INC-1 in live (open)");
        assertThat(mlci.err()).isEmpty();
        open("INC-2", "LIVE", "Down");
        assertThat(mlci.err()).contains("The environment LIVE is not live");
        open("INC-3", "moon", "Down");
        assertThat(mlci.err()).contains("No deployment into moon is known, only into live.");
    }

    @Test
    void badOptionsAreErrorsOfTheCommandLine() {
        assertThat(open("INC-1", " ", "Down")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("--environment must not be empty");
        assertThat(open("INC-1", "live", "")).isEqualTo(ExitCode.USAGE.code());
        assertThat(open(" ", "live", "Down")).isEqualTo(ExitCode.USAGE.code());
        assertThat(open("x".repeat(256), "live", "Down")).isEqualTo(ExitCode.USAGE.code());
        assertThat(open("INC-1", "live", "Down", "--category", "x".repeat(256))).isEqualTo(ExitCode.USAGE.code());
        assertThat(open("INC-1", "live", "Down")).isZero();
        assertThat(resolve("INC-1", "--how", " ")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void whatWasGivenComesBeforeGuesses() throws IOException {
        deploy("live", "1");
        for (int i = 0; i < 12; i++) {
            String time = "2026-11-" + (i + 10) + "T10:00:00Z";
            open(
                    "OLD-" + i,
                    "live",
                    i % 2 == 0 ? "Table locked in the database" : "Host does not answer",
                    "--category",
                    i % 2 == 0 ? "db" : "net",
                    "--at",
                    time);
        }
        open(
                "INC-1",
                "live",
                "Table locked again",
                "--category",
                "billing",
                "--priority",
                "p0",
                "--deployment",
                "shop#1@live");
        assertThat(mlci.out())
                .contains("Category: billing, as given", "Priority: p0, as given", "Cause: shop#1@live, as given")
                .doesNotContain("Severity:", "Possible cause", "probably");
        assertThat(mlci.run("incident", "show", "INC-1")).isZero();
        assertThat(mlci.out()).contains("Category: billing, as given", "Suggested: ");
        open("INC-2", "live", "Table locked again");
        assertThat(mlci.out()).contains("Category: probably db (", "by the words ");
        resolve("INC-1", "--how", "Unlocked");
        mlci.run("incident", "show", "INC-1");
        assertThat(mlci.out()).contains("Category: billing, as given").doesNotContain("Suggested");
        mlci.run("incident", "show", "INC-2", "--json", "-");
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/category").asText()).isEqualTo("db");
        assertThat(json.at("/categoryGuessed").asBoolean()).isTrue();
        mlci.run("incident", "show", "INC-1", "--json", "-");
        assertThat(new ObjectMapper()
                        .readTree(mlci.out())
                        .at("/categoryGuessed")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void textsCannotCommandTheTerminal() {
        open("INC-1", "live", "\u001B[2JBoom\nCategory: faked", "--category", "a\u009B1m");
        assertThat(mlci.out())
                .contains("INC-1 in live (open): ?[2JBoom?Category: faked", "Category: a?1m, as given")
                .doesNotContain("\u001B", "\u009B");
        resolve("INC-1", "--how", "Rolled back\r\u001B[31m");
        assertThat(mlci.out()).doesNotContain("\u001B").contains("Rolled back");
        mlci.run("incident", "similar", "boom");
        assertThat(mlci.out()).doesNotContain("\u001B").contains("INC-1 (");
        mlci.run("incident", "show", "\u001B[2J");
        assertThat(mlci.err()).doesNotContain("\u001B").contains("There is no incident ?[2J");
    }

    @Test
    void secretsAreShownAsTheyAreKept() throws IOException {
        deploy("live", "1");
        open("INC-1", "live", "password=hunter2secret is wrong", "--deployment", "shop#1@live");
        assertThat(mlci.out()).contains("password=****").doesNotContain("hunter2secret");
        open("INC-2", "live", "token=abc123def456ghi", "--json", "-");
        assertThat(mlci.out()).contains("token=****").doesNotContain("abc123def456ghi");
        resolve("INC-1", "--how", "Set password=other9secret");
        assertThat(mlci.out()).contains("Resolved: INC-1: Set password=****").doesNotContain("other9secret");
        mlci.run("gate", "-e", "live", "--job", "shop", "--build", "2", "--json", "-");
        assertThat(mlci.out()).doesNotContain("hunter2secret");
    }
}
