package io.jenkins.plugins.mlci.shared.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationDriftTest {
    private static final CalibrationDrift WATCH = CalibrationDrift.defaults();

    private static DriftVerdict judge(int rows, double promised, double real, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] labels = new double[rows];
        double[] probabilities = new double[rows];
        Arrays.fill(probabilities, promised);
        Arrays.setAll(labels, i -> random.nextDouble() < real ? 1 : 0);
        return WATCH.judge(labels, probabilities);
    }

    @Test
    void honestProbabilitiesAreStable() {
        assertThat(judge(400, 0.2, 0.2, 1)).isEqualTo(new DriftVerdict(DriftLevel.STABLE, java.util.List.of()));
    }

    @Test
    void promisesThatAreNotKeptAreFoundEitherWay() {
        assertThat(judge(400, 0.1, 0.4, 2).level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(judge(400, 0.5, 0.1, 3).level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(judge(400, 0.1, 0.4, 2).reasons()).first().asString().contains("where 40.0 were expected");
    }

    @Test
    void riskyRowsAreJudgedByThemselves() {
        double[] probabilities = new double[1000];
        double[] labels = new double[1000];
        for (int i = 0; i < 1000; i++) {
            probabilities[i] = i < 100 ? 0.5 : 0.1;
            labels[i] = i < 15 || i >= 100 && i % 7 == 0 ? 1 : 0;
        }

        DriftVerdict verdict = WATCH.judge(labels, probabilities);

        assertThat(verdict.level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(verdict.reasons())
                .singleElement()
                .asString()
                .startsWith("Of 100 predictions above 14.0 % 15 came true");
    }

    @Test
    void saysNothingFromAFewRows() {
        assertThat(judge(49, 0.5, 0, 4).level()).isEqualTo(DriftLevel.UNKNOWN);
    }

    @Test
    void theReasonThatIsGivenFirstIsTheOneTheDirectionIsAbout() {
        // More came than was promised on the whole, and of the risky ones far fewer.
        double[] probabilities = new double[200];
        double[] labels = new double[200];
        for (int i = 0; i < 200; i++) {
            probabilities[i] = i < 50 ? 0.9 : 0.01;
            labels[i] = i < 2 || i >= 90 ? 1 : 0;
        }
        assertThat(WATCH.excess(labels, probabilities)).isNegative();
        assertThat(WATCH.judge(labels, probabilities).reasons())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Of 50 predictions above 23.3 % 2 came true where 45.0 were expected");
    }

    @Test
    void aFewRareEventsAreNoDrift() {
        // Four where one was expected are three standard deviations, and yet happen by chance twice in a hundred times.
        double[] rare = new double[200];
        Arrays.fill(rare, 0.005);
        double[] labels = new double[200];
        Arrays.fill(labels, 0, 4, 1);
        assertThat(WATCH.judge(labels, rare).level()).isEqualTo(DriftLevel.STABLE);
        Arrays.fill(labels, 0, 7, 1);
        assertThat(WATCH.judge(labels, rare).level()).isEqualTo(DriftLevel.MOVED);
        assertThat(WATCH.judge(labels, rare).reasons())
                .singleElement()
                .asString()
                .startsWith(
                        "Of 200 predictions 7 came true where 1.0 were expected; by chance that happens once in 12,");
    }

    @Test
    void saysInWhichDirection() {
        double[] promised = new double[100];
        Arrays.fill(promised, 0.3);
        double[] all = new double[100];
        Arrays.fill(all, 1);
        assertThat(WATCH.excess(all, promised)).isCloseTo(70, within(1e-9));
        assertThat(WATCH.excess(new double[100], promised)).isCloseTo(-30, within(1e-9));
        assertThat(WATCH.excess(new double[10], new double[10])).isZero();
    }

    @Test
    void copesWithCertainty() {
        assertThat(judge(100, 0, 0, 5).level()).isEqualTo(DriftLevel.STABLE);
        assertThat(judge(100, 0, 0.5, 6).level()).isEqualTo(DriftLevel.BROKEN);
    }

    @Test
    void theWorstOfSeveralComesFirst() {
        DriftVerdict all = DriftVerdict.worst(java.util.List.of(
                DriftVerdict.of(DriftLevel.MOVED, "a little"),
                new DriftVerdict(DriftLevel.STABLE, java.util.List.of()),
                DriftVerdict.of(DriftLevel.BROKEN, "a lot")));

        assertThat(all).isEqualTo(new DriftVerdict(DriftLevel.BROKEN, java.util.List.of("a lot", "a little")));
    }

    @Test
    void refusesBadSettings() {
        assertThatThrownBy(() -> new CalibrationDrift(1e-6, 1e-3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WATCH.judge(new double[1], new double[2])).hasMessageContaining("1 labels for 2");
    }
}
