package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsPageTest {
    private final StatisticsPage page = new StatisticsPage();

    @Test
    void countsOutcomes() {
        page.add(3, 10, Outcome.PASSED, 1);
        page.add(3, 11, Outcome.FAILED, 2);
        page.add(3, 12, Outcome.ERROR, 3);
        page.add(3, 13, Outcome.FLAKY, 6);
        page.add(3, 14, Outcome.SKIPPED, Double.NaN);
        TestStatistics statistics = page.statistics(3);
        assertThat(statistics.runs()).isEqualTo(4);
        assertThat(statistics.failures()).isEqualTo(2);
        assertThat(statistics.flaky()).isEqualTo(1);
        assertThat(statistics.skips()).isEqualTo(1);
        assertThat(statistics.lastOutcome()).isEqualTo(Outcome.FLAKY);
        assertThat(statistics.firstBuild()).isEqualTo(10);
        assertThat(statistics.lastBuild()).isEqualTo(13);
        assertThat(statistics.lastFailure()).isEqualTo(12);
        assertThat(statistics.meanSeconds()).isCloseTo(3, within(1e-6));
        // ((1 * 0.7 + 2 * 0.3) * 0.7 + 3 * 0.3) * 0.7 + 6 * 0.3
        assertThat(statistics.recentSeconds()).isCloseTo(3.067, within(1e-6));
    }

    @Test
    void knowsNothingOfTestsThatNeverRan() {
        page.add(0, 5, Outcome.SKIPPED, 7);
        assertThat(page.isPresent(1)).isFalse();
        TestStatistics statistics = page.statistics(0);
        assertThat(statistics.runs()).isZero();
        assertThat(statistics.lastOutcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(statistics.firstBuild()).isEqualTo(5);
        assertThat(statistics.lastBuild()).isZero();
        assertThat(statistics.lastFailure()).isZero();
        assertThat(statistics.meanSeconds()).isNaN();
        assertThat(statistics.recentSeconds()).isNaN();
    }

    @Test
    void leavesUnknownDurationsOutOfTheMeans() {
        page.add(0, 1, Outcome.PASSED, 4);
        page.add(0, 2, Outcome.PASSED, Double.NaN);
        assertThat(page.statistics(0).meanSeconds()).isEqualTo(4);
        assertThat(page.statistics(0).recentSeconds()).isEqualTo(4);
    }

    @Test
    void readsWhatItWrote() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            page.add(random.nextInt(900), 1 + i / 10, Outcome.values()[random.nextInt(5)], random.nextDouble());
        }
        StatisticsPage read = StatisticsPage.fromBytes(page.toBytes());
        for (int slot = 0; slot < StatisticsPage.SIZE; slot++) {
            assertThat(read.isPresent(slot)).isEqualTo(page.isPresent(slot));
            assertThat(read.statistics(slot)).isEqualTo(page.statistics(slot));
        }
    }

    @Test
    void countsOnAfterReading() {
        page.add(0, 1, Outcome.FAILED, 0.1);
        StatisticsPage read = StatisticsPage.fromBytes(page.toBytes());
        page.add(0, 2, Outcome.PASSED, 0.3);
        read.add(0, 2, Outcome.PASSED, 0.3);
        assertThat(read.statistics(0)).isEqualTo(page.statistics(0));
    }
}
