package io.jenkins.plugins.mlci.plugin.logscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameLineTest {
    @Test
    void timesColoursAndSpaceAtTheEndsDoNotMatter() {
        assertThat(SameLine.is("error: boom", "error: boom")).isTrue();
        assertThat(SameLine.is("[2026-11-24T12:00:00.000Z]   error: boom \r\n", " error: boom"))
                .isTrue();
        assertThat(SameLine.is("\u001b[31merror:\u001b[0m boom", "error: boom")).isTrue();
    }

    @Test
    void aLineThatSaysMoreIsAnother() {
        assertThat(SameLine.is("+ echo error: boom", "error: boom")).isFalse();
        assertThat(SameLine.is("[ml-log-scan] Cause: error: boom", "error: boom"))
                .isFalse();
        assertThat(SameLine.is("error: boom (line 3)", "error: boom")).isFalse();
        assertThat(SameLine.is("", "")).isFalse();
    }

    @Test
    void whatWasHiddenMayBeAnything() {
        assertThat(SameLine.is("export TOKEN=abc.(def", "export TOKEN=****")).isTrue();
        assertThat(SameLine.is("+ echo export TOKEN=abc", "export TOKEN=****")).isFalse();
        assertThat(SameLine.is("export TOKEN=abc; echo done", "export TOKEN=****; echo done"))
                .isTrue();
        assertThat(SameLine.is("export TOKEN=abc; echo", "export TOKEN=****; echo done"))
                .isFalse();
    }
}
