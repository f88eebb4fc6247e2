package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CliEnvironmentTest {
    @Test
    void writesUtf8WhateverTheLocale() {
        assertThat(CliEnvironment.charset("Linux", null)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CliEnvironment.charset("Linux", StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CliEnvironment.charset("Windows 11", null))
                .as("a file or a pipe")
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void writesWhatAConsoleOfWindowsShows() {
        assertThat(CliEnvironment.charset("Windows 11", StandardCharsets.ISO_8859_1))
                .isEqualTo(StandardCharsets.ISO_8859_1);
    }
}
