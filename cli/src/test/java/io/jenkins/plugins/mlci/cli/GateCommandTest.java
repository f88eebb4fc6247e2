package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCommandTest {
    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void begin() {
        mlci = new CliRun(folder);
    }

    private int gate(String build, String version, String... more) {
        String[] all = new String[more.length + 8];
        String[] first = {"gate", "-e", "prod", "--job", "shop", "--build", build, "--version-deployed=" + version};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return mlci.run(all);
    }

    @Test
    void advisesWithoutAnyHistory() {
        assertThat(gate("1", "v1", "--title", "First release")).isZero();
        assertThat(mlci.out())
                .contains("Deployment risk to prod:", "advised", "Roll-out:", "Why:", "leave the gate advisory");
        assertThat(mlci.err()).contains("What changes is unknown");
        assertThat(mlci.run("gate")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("--environment");
    }

    @Test
    void recognisesARollbackAndShowsTheFigures() throws IOException {
        assertThat(gate("1", "v1", "--start")).isZero();
        assertThat(mlci.run("outcome", "shop#1@prod", "success", "--at", "2026-11-23T12:00:01Z"))
                .isZero();
        assertThat(gate("2", "v2", "--start", "--deployment", "second")).isZero();
        // The clock of these tests stands still, so that the third is recorded as if it came with the second.
        assertThat(mlci.run("outcome", "second", "rolled-back", "--key", "k1")).isZero();
        assertThat(mlci.out()).contains("Recorded", "prod, 90 days: 2 deployments", "1 of 2 failed");
        assertThat(mlci.run("outcome", "second", "rolled-back", "--key", "k1", "--json", "-"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/recorded").asBoolean()).isFalse();
        assertThat(json.at("/changeFailureRate").asDouble()).isEqualTo(0.5);
        assertThat(mlci.run("outcome", "nothing", "success")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.run("outcome", "second", "splendid")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("rolled-back");
    }

    @Test
    void enforcesOnlyWhenAsked() {
        String freeze = "2026-11-20T00:00 to 2026-12-01T00:00 UTC";
        assertThat(gate("1", "v1", "--freeze", freeze)).isZero();
        assertThat(mlci.out()).contains("block", "holds until Tue 2026-12-01 00:00 UTC.");
        assertThat(gate("1", "v1", "--freeze", freeze, "--enforce", "--start")).isEqualTo(ExitCode.BLOCKED.code());
        assertThat(mlci.run("outcome", "shop#1@prod", "success"))
                .as("what was blocked did not start")
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(gate("1", "v1", "--freeze", freeze, "--enforce", "--bypass-freeze", "security fix"))
                .isZero();
        assertThat(mlci.out()).contains("bypassed: security fix");
        assertThat(gate("1", "v1", "--freeze", "sometimes")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("is no freeze window");
    }

    @ParameterizedTest
    @CsvSource({
        "--failure-cost=-1, A failure must cost more than 0",
        "--delay-cost=-1, a delay 0 or more",
        "'--thresholds=0.5,0.4,0.3', The thresholds must rise",
        "'--thresholds=0.1,0.2', three probabilities",
        "--lead-hours=-5, --lead-hours takes 0 or more",
        "--lead-hours=Infinity, --lead-hours takes 0 or more",
        "--environment=, --environment",
        "'--environment= ', --environment and --deployment take a name",
        "--zone=Mars/North, --zone"
    })
    void whatMakesNoSenseIsAWrongCommandLine(String option, String sentence) {
        String[] all = option.startsWith("--environment")
                ? new String[] {"gate", option}
                : new String[] {"gate", "-e", "prod", option};
        assertThat(mlci.run(all)).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains(sentence);
    }

    @Test
    void anOutcomeCannotBeKnownBeforeTheStartOrInTheFuture() throws IOException {
        gate("1", "v1", "--start");
        for (String time : List.of("2024-01-01T00:00:00Z", "2035-01-01T00:00:00Z")) {
            assertThat(mlci.run("outcome", "shop#1@prod", "failure", "--at", time))
                    .isEqualTo(ExitCode.USAGE.code());
            assertThat(mlci.err()).contains("cannot be known at " + time);
        }
        assertThat(mlci.run("outcome", "shop#1@prod", "failure")).isZero();
        assertThat(mlci.out()).contains("1 of 1 failed", "not restored yet as far as is known.");
    }

    @Test
    void masksSecretsAndLeavesOutWhatIsUnknown() {
        assertThat(gate("1", "v1", "--start", "--title", "Rotate password=hunter2secret now"))
                .isZero();
        assertThat(mlci.run("outcome", "shop#1@prod", "success")).isZero();
        assertThat(mlci.out())
                .contains("prod, 90 days: 1 deployment (0.1 a week), 0 of 1 failed (0 to 73 %).")
                .doesNotContain("unknown");
        mlci.at(CliRun.NOW.plusSeconds(3600));
        assertThat(gate("2", "v2", "--title", "Rotate password=hunter2secret now", "--start"))
                .isZero();
        assertThat(mlci.out() + mlci.err()).doesNotContain("hunter2secret");
        assertThat(gate("3", "v3", "--bypass-freeze", "token=hunter2secret", "--freeze", "Mon 00:00 to 00:00 UTC"))
                .isZero();
        assertThat(mlci.out()).contains("bypassed: token=****").doesNotContain("hunter2secret");
    }

    @Test
    void approvalCanBeGiven() {
        assertThat(gate("1", "v1", "--thresholds", "0,0,2", "--enforce")).isEqualTo(ExitCode.APPROVAL.code());
        assertThat(gate("1", "v1", "--thresholds", "0,0,2", "--enforce", "--approved", "Looked at it"))
                .isZero();
        assertThat(gate("1", "v1", "--thresholds", "0,0,0", "--enforce", "--approved", "Looked at it"))
                .isEqualTo(ExitCode.BLOCKED.code());
        assertThat(gate("1", "v1", "--thresholds", "0.1,0.2")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void printsJsonAlone() throws IOException {
        assertThat(gate("1", "v1", "--json", "-")).isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.at("/verdict").asText()).isNotEmpty();
        assertThat(json.at("/risk/low").asDouble())
                .isLessThan(json.at("/risk/high").asDouble());
        assertThat(json.at("/remarks").size()).isPositive();
    }

    @Test
    void anOpenIncidentStopsTheLine() throws IOException {
        assertThat(gate("1", "v1", "--start")).isZero();
        assertThat(mlci.run("outcome", "shop#1@prod", "success")).isZero();
        assertThat(mlci.run("incident", "open", "INC-1", "-e", "prod", "--title", "Checkout is down", "--job", "shop"))
                .isZero();
        assertThat(mlci.out()).contains("INC-1 in prod (open)", "Possible cause: shop#1@prod", "Suggested:");
        assertThat(gate("2", "v2", "--enforce")).isEqualTo(ExitCode.APPROVAL.code());
        assertThat(mlci.out()).contains("Stop the line", "INC-1");
        assertThat(gate("2", "v2", "--repairs")).isZero();
        assertThat(mlci.out()).doesNotContain("Stop the line");

        assertThat(mlci.run("incident", "resolve", "INC-1", "--how", "Rolled back the checkout"))
                .isZero();
        assertThat(mlci.run("incident", "list", "--open")).isZero();
        assertThat(mlci.out()).contains("There is no open incident");
        assertThat(mlci.run("incident", "similar", "checkout broken down")).isZero();
        assertThat(mlci.out()).contains("INC-1", "Resolved by: Rolled back the checkout");
        assertThat(mlci.run("incident", "show", "INC-1", "--json", "-")).isZero();
        assertThat(new ObjectMapper().readTree(mlci.out()).at("/resolution").asText())
                .isEqualTo("Rolled back the checkout");
        assertThat(mlci.run("incident", "open", "INC-1", "-e", "prod", "--title", "Again"))
                .isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.run("incident", "resolve", "INC-9", "--how", "x")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.run("incident")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("incident", "open", "INC-2", "-e", "prod", "--title", "x", "--deployment", "none"))
                .isEqualTo(ExitCode.NOT_FOUND.code());
    }

    @Test
    void aNamedCauseCountsAsFailed() throws IOException {
        gate("1", "v1", "--start");
        assertThat(mlci.run(
                        "incident", "open", "INC-1", "-e", "prod", "--title", "Down", "--deployment", "shop#1@prod"))
                .isZero();
        assertThat(mlci.run("outcome", "shop#1@prod", "success", "--json", "-")).isZero();
        assertThat(new ObjectMapper()
                        .readTree(mlci.out())
                        .at("/changeFailureRate")
                        .asDouble())
                .isEqualTo(1);
    }
}
