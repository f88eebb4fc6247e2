package io.jenkins.plugins.mlci.plugin.logscan.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeksTest {
    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void buildsAreCountedByWeekAndCategory() {
        Weeks weeks = weeks(
                failure(9, "network", "2026-11-24T08:00:00Z"),
                failure(8, "test", "2026-11-23T00:00:00Z"),
                failure(7, "network", "2026-11-22T23:59:59Z"),
                failure(2, "disk", "2026-01-01T00:00:00Z"));
        assertThat(weeks.weeks()).hasSize(4);
        assertThat(weeks.categories()).containsExactly("network", "test");
        assertThat(weeks.weeks().get(3))
                .isEqualTo(new Weeks.Week(LocalDate.of(2026, 11, 23), Map.of("network", 1, "test", 1)));
        assertThat(weeks.weeks().get(2).total()).isEqualTo(1);
        assertThat(weeks.weeks().get(0).monday()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(weeks.total()).isEqualTo(3);
        assertThat(weeks.total("network")).isEqualTo(2);
    }

    @Test
    void aBuildThatWasScannedTwiceCountsOnce() {
        Weeks weeks = weeks(failure(9, "network", "2026-11-24T08:00:00Z"), failure(9, "test", "2026-11-24T08:00:00Z"));
        assertThat(weeks.total()).isEqualTo(1);
        assertThat(weeks.total("network")).isEqualTo(1);
    }

    @Test
    void withoutFailuresThereIsAnEmptyPicture() {
        Weeks weeks = weeks();
        assertThat(weeks.total()).isZero();
        WeekChart chart = new WeekChart(weeks);
        assertThat(chart.getPieces()).isEmpty();
        assertThat(chart.getKeys()).isEmpty();
        assertThat(chart.getEnds()).containsExactly("2026-11-02", "2026-11-23");
        assertThat(chart.getTitle()).startsWith("0 failed builds in 4 weeks");
    }

    @Test
    void barsStandOnTheAxisAndRareCategoriesAreOnePiece() {
        List<FailureSignature> failures = new ArrayList<>();
        for (int category = 0; category < 8; category++) {
            for (int i = 0; i <= category; i++) {
                failures.add(failure(category * 10L + i + 1, "kind_" + category, "2026-11-24T08:00:00Z"));
            }
        }
        WeekChart chart = new WeekChart(weeks(failures.toArray(new FailureSignature[0])));
        assertThat(chart.getMost()).isEqualTo(36);
        assertThat(chart.getKeys())
                .extracting(WeekChart.Key::name)
                .hasSize(WeekChart.SHOWN + 1)
                .contains("Kind 7", "Other");
        assertThat(chart.getPieces()).hasSize(WeekChart.SHOWN + 1);
        double tall = chart.getPieces().stream()
                .mapToDouble(piece -> Double.parseDouble(piece.height()))
                .sum();
        assertThat(tall).isCloseTo(116, org.assertj.core.data.Offset.offset(0.5));
        WeekChart.Piece first = chart.getPieces().get(0);
        assertThat(Double.parseDouble(first.y()) + Double.parseDouble(first.height()))
                .isEqualTo(chart.getBase());
        assertThat(first.title()).isEqualTo("Week of 2026-11-23: Kind 7, 8 builds");
    }

    private static Weeks weeks(FailureSignature... newestFirst) {
        return Weeks.of(List.of(newestFirst), NOW, ZoneOffset.UTC, 4);
    }

    private static FailureSignature failure(long build, String category, String seen) {
        return new FailureSignature("s", new BuildId("shop", build), category, false, Instant.parse(seen), "{}");
    }
}
