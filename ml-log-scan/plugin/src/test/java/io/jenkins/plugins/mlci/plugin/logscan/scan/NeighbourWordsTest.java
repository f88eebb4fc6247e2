package io.jenkins.plugins.mlci.plugin.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighbourWordsTest {
    @Test
    void whatIsSaidOfGoodBuildsIsSaidOfThisOne() {
        assertThat(NeighbourWords.say("None of the 3 good builds has a line like this.", "#9"))
                .isEqualTo("#9 does not have a line like this.");
        assertThat(NeighbourWords.say("40 lines like \"a\"; no good build has more than 3.", "#9"))
                .isEqualTo("40 lines like \"a\"; #9 has no more than 3.");
        assertThat(NeighbourWords.say("40 lines like \"a\"; no good build has any.", "#9"))
                .isEqualTo("40 lines like \"a\"; #9 has none.");
        assertThat(NeighbourWords.say("The line \"a\" is missing behind here; all good builds have it.", "#9"))
                .isEqualTo("The line \"a\" is missing behind here; #9 has it.");
        assertThat(NeighbourWords.say("9 s passed behind this line; in good builds at most 1 s.", "#9"))
                .isEqualTo("9 s passed behind this line; in #9 at most 1 s.");
    }
}
