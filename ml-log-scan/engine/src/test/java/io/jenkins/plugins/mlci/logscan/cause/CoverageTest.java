package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void aLineThatSaysSomethingNewGoesBeforeOneThatRepeats() {
        Units units = new Units(Logs.of(false, "no route to host", "no route to host", "disk is full"));
        ShownWords words = new ShownWords(units);
        words.show(0);
        assertThat(words.fresh(1)).isZero();
        assertThat(words.fresh(2)).isEqualTo(1);
        assertThat(Coverage.worth(words.fresh(2))).isGreaterThan(Coverage.worth(words.fresh(1)));
    }

    @Test
    void addsProbableLinesAndKeepsWhatWasChosen() {
        Units units = new Units(Logs.of(false, "one two", "three four", "five six"));
        boolean[] chosen = {false, false, true};
        Coverage.add(units, new double[] {0.9, 0.01, 0.5}, chosen);
        assertThat(chosen).containsExactly(true, false, true);
    }

    @Test
    void aThousandLinesThatAreAlikeAreNotAllChosen() {
        String[] log = new String[300];
        Arrays.fill(log, "error: something is wrong");
        Units units = new Units(Logs.of(false, log));
        double[] probabilities = new double[units.all.size()];
        Arrays.fill(probabilities, 0.4);
        boolean[] chosen = new boolean[probabilities.length];
        Coverage.add(units, probabilities, chosen);
        int count = 0;
        for (boolean each : chosen) {
            count += each ? 1 : 0;
        }
        assertThat(count).isEqualTo(1);
    }

    @Test
    void landmarksAreTheFirstComplaintsTheLastCountAndTheEnd() {
        Units units = new Units(Logs.of(
                false,
                "compiling",
                "src/a.c:12:3: error: expected a semicolon",
                "src/a.c:13:3: error: expected a semicolon",
                "java.lang.IllegalStateException: error",
                "--- FAIL: TestOne",
                "--- FAIL: TestTwo",
                "2 failed, 5 passed",
                "##[error]Process completed with exit code 1."));
        assertThat(Landmarks.of(units.all)).containsExactly(1, 3, 4, 5, 6, 7);
    }

    @Test
    void aQuietLogHasNoLandmarks() {
        assertThat(Landmarks.of(new Units(Logs.of(false, "one", "two")).all)).isEmpty();
    }
}
