package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import io.jenkins.plugins.mlci.plugin.testselector.runner.RunnerSpec;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteFilesTest {
    private static final List<TestId> RUN = List.of(TestId.ofClass("com.acme.OrderTest"));
    private static final List<TestId> SKIP =
            List.of(TestId.ofClass("com.acme.StockTest"), TestId.ofClass("com.acme.MailTest"));

    @TempDir
    private Path workspace;

    @Test
    void writesTheFilesOfTheRunner() throws Exception {
        Written written = write(RunnerSpec.of("maven", false), order(false, false));
        assertThat(written.all()).isFalse();
        assertThat(written.excludesFile()).startsWith(workspace.toString());
        assertThat(Path.of(written.excludesFile()))
                .content()
                .contains("StockTest")
                .doesNotContain("OrderTest");
        assertThat(written.args()).contains("surefire.excludesFile=" + written.excludesFile());
        assertThat(workspace.resolve(".mlci/selection/args.txt")).hasContent(written.args() + "\n");
        assertThat(workspace.resolve(".mlci/.gitignore")).hasContent("*\n");
    }

    @Test
    void namesTheTestsToRunWhenAsked() throws Exception {
        Written written = write(RunnerSpec.of("maven", true), order(true, false));
        assertThat(Path.of(written.includesFile())).content().contains("OrderTest");
    }

    @Test
    void runningAllTakesOldFilesOut() throws Exception {
        write(RunnerSpec.of("maven", false), order(false, false));
        Written written = write(
                RunnerSpec.of("maven", false),
                new WriteOrder(".mlci/selection", RUN, SKIP, true, false, false, "pom.xml changed"));
        assertThat(written.all()).isTrue();
        assertThat(written.args()).isEmpty();
        assertThat(workspace.resolve(".mlci/selection/args.txt")).hasContent("\n");
        assertThat(workspace.resolve(".mlci/selection/surefire-excludes.txt"))
                .content()
                .doesNotContain("StockTest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven",
                "gradle",
                "pytest",
                "go",
                "jest",
                "vitest",
                "ctest",
                "dotnet",
                "googletest",
                "rspec",
                "playwright",
                "raw"
            })
    void everyRunnerWritesSomethingForTheAgent(String symbol) throws Exception {
        Written written = write(RunnerSpec.of(symbol, false), order(false, false));
        assertThat(written.all()).isFalse();
        assertThat(Files.list(workspace.resolve(".mlci/selection"))).isNotEmpty();
    }

    @Test
    void goIsCalledByItsScript() throws Exception {
        List<TestId> skip = List.of(new TestId("", "example.com/shop/core", "TestOrder"));
        Written written = write(
                RunnerSpec.of("go", false),
                new WriteOrder(".mlci/selection", RUN, skip, false, false, false, "chosen to keep 95 %"));
        assertThat(written.commands()).hasSize(1);
        assertThat(written.args()).as("would leave out all other packages").isEmpty();
        assertThat(Path.of(written.script()))
                .hasFileName("go-test.sh")
                .content()
                .contains("TestOrder");
    }

    @Test
    void aTemplateIsAsGoodAsARunner() throws Exception {
        Written written =
                write(new RunnerSpec(RunnerSpec.TEMPLATE, false, false, "--skip %s", " "), order(false, false));
        assertThat(written.args()).contains("--skip com.acme.StockTest");
    }

    @Test
    void staysInsideTheWorkspace() {
        WriteOrder outside = new WriteOrder("../elsewhere", RUN, SKIP, false, false, false, "x");
        assertThatThrownBy(() -> write(RunnerSpec.of("maven", false), outside))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside of the workspace");
        assertThat(workspace.resolveSibling("elsewhere")).doesNotExist();
    }

    @Test
    void quotesHostileNames() throws Exception {
        WriteOrder order = new WriteOrder(
                ".mlci/selection",
                RUN,
                List.of(TestId.ofClass("spec/a'; touch pwned; '.rb")),
                false,
                false,
                false,
                "x");
        Written written = write(RunnerSpec.of("rspec", false), order);
        assertThat(written.args()).doesNotContain("; touch pwned; '.rb'").satisfies(args -> {
            if (!args.isEmpty()) {
                assertThat(args).contains("'\\''");
            }
        });
    }

    private Written write(RunnerSpec runner, WriteOrder order) throws IOException, InterruptedException {
        return WriteFiles.in(new FilePath(new File(workspace.toString())), runner, List.of(order))
                .get(0);
    }

    private static WriteOrder order(boolean include, boolean nothing) {
        return new WriteOrder(".mlci/selection", RUN, SKIP, false, include, nothing, "chosen");
    }
}
