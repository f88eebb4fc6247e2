package io.jenkins.plugins.mlci.plugin.shared.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.console.ConsoleNote;
import hudson.model.FreeStyleBuild;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

class BuildConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BuildConsole console =
            new BuildConsole("ml-log-scan", new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void aSentenceIsOneLineWithThePrefix() {
        console.say(" Cause: a\u001b[31m\r\nb ");
        assertThat(lines()).containsExactly("[ml-log-scan] Cause: a [31m b");
    }

    @Test
    void remarksAreFewAndEachIsSaidOnce() {
        console.remarks(IntStream.range(0, 14).mapToObj(i -> "Remark " + i / 2).toList());
        assertThat(lines())
                .hasSize(6)
                .startsWith("[ml-log-scan] Remark 0")
                .endsWith("[ml-log-scan] And 2 more remarks.");
        bytes.reset();
        console.remarks(List.of("a", "b", "c", "d", "e", "f"));
        assertThat(lines()).endsWith("[ml-log-scan] And 1 more remark.");
    }

    @Test
    @WithJenkins
    void aLinkLeadsIntoTheBuild(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("shop"));
        console.say("Waits\nfor two.", build, "decide", "Say\nyes");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line).startsWith("[ml-log-scan] Waits for two. " + ConsoleNote.PREAMBLE_STR);
            assertThat(ConsoleNote.removeNotes(line)).isEqualTo("[ml-log-scan] Waits for two. Say yes");
        });
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
