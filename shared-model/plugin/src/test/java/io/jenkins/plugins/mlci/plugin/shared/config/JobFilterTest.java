package io.jenkins.plugins.mlci.plugin.shared.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobFilterTest {
    @Test
    void twoStarsAreEveryJob() {
        JobFilter all = JobFilter.of("**", "");

        assertThat(all.matches("app")).isTrue();
        assertThat(all.matches("team/service/feature%2Fx")).isTrue();
    }

    @Test
    void oneStarStaysInItsFolder() {
        JobFilter filter = JobFilter.of("team/*", "");

        assertThat(filter.matches("team/service")).isTrue();
        assertThat(filter.matches("team/service/main")).isFalse();
        assertThat(filter.matches("other/service")).isFalse();
    }

    @Test
    void anExcludedJobIsLeftOut() {
        JobFilter filter = JobFilter.of("team-a/**\nteam-b/**", "**/nightly-*, team-b/secret/**");

        assertThat(filter.matches("team-a/service/main")).isTrue();
        assertThat(filter.matches("team-a/service/nightly-1")).isFalse();
        assertThat(filter.matches("team-b/secret/x")).isFalse();
        assertThat(filter.matches("team-c/x")).isFalse();
    }

    @Test
    void caseAndSpacesAroundPatternsAreAsPeopleExpect() {
        JobFilter filter = JobFilter.of("  App?  \n\n", " ");

        assertThat(filter.matches("App1")).isTrue();
        assertThat(filter.matches("app1")).isFalse();
        assertThat(filter.matches("App12")).isFalse();
    }
}
