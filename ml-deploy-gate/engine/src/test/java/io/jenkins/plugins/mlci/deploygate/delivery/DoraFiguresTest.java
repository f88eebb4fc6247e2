package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoraFiguresTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    private static DeployedVersion deployment(int day, DeploymentResult result, double lead, double predicted) {
        Instant started = START.plus(Duration.ofDays(day));
        boolean failed = result != null && result.isFailure();
        return new DeployedVersion(
                "d" + day,
                "job",
                "prod",
                started,
                "v" + day,
                lead,
                predicted,
                Optional.ofNullable(result),
                Optional.ofNullable(result).map(each -> started.plusSeconds(60)),
                failed ? Optional.of(started.plus(Duration.ofHours(2))) : Optional.empty());
    }

    @Test
    void givesTheFourFigures() {
        List<DeployedVersion> deployments = List.of(
                deployment(0, DeploymentResult.SUCCEEDED, 4, 0.1),
                deployment(1, DeploymentResult.ROLLED_BACK, 8, 0.3),
                deployment(2, DeploymentResult.SUCCEEDED, 6, 0.1),
                deployment(3, DeploymentResult.ABORTED, Double.NaN, 0.1),
                deployment(4, null, Double.NaN, 0.1));
        DoraFigures figures = DoraFigures.of(deployments, START, START.plus(Duration.ofDays(14)));
        assertThat(figures.deployments()).isEqualTo(5);
        assertThat(figures.perWeek()).isEqualTo(2.5);
        assertThat(figures.leadHours()).isEqualTo(6);
        assertThat(figures.changeFailureRate().hits()).isEqualTo(1);
        assertThat(figures.changeFailureRate().all()).isEqualTo(3);
        assertThat(figures.restoreHours()).isEqualTo(2);
    }

    @Test
    void showsTheTrend() {
        List<DeployedVersion> deployments = List.of(
                deployment(1, DeploymentResult.FAILED, 4, 0.1), deployment(8, DeploymentResult.SUCCEEDED, 8, 0.3));
        List<DoraFigures> trend =
                DoraFigures.trend(deployments, START.plus(Duration.ofDays(14)), Duration.ofDays(7), 2);
        assertThat(trend)
                .extracting(each -> each.changeFailureRate().estimate())
                .containsExactly(1.0, 0.0);
        assertThat(trend.get(0).to()).isEqualTo(trend.get(1).from());
    }

    @Test
    void nothingIsNoNumber() {
        DoraFigures none = DoraFigures.of(List.of(), START, START.plusSeconds(1));
        assertThat(none.leadHours()).isNaN();
        assertThat(none.restoreHours()).isNaN();
        assertThat(none.changeFailureRate().estimate()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> DoraFigures.of(List.of(), START, START));
    }

    @Test
    void comparesPredictedWithObserved() {
        List<DeployedVersion> deployments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean risky = i >= 20;
            boolean fails = risky && i % 2 == 0;
            deployments.add(deployment(
                    i, fails ? DeploymentResult.INCIDENT : DeploymentResult.SUCCEEDED, 1, risky ? 0.5 : 0.02));
        }
        deployments.add(deployment(50, null, 1, 0.9));
        deployments.add(deployment(51, DeploymentResult.FAILED, 1, Double.NaN));
        GateCalibration calibration = GateCalibration.of(deployments, 2);
        assertThat(calibration.groups()).hasSize(2).allMatch(GateCalibration.Group::agrees);
        assertThat(calibration.groups().get(1).observed().estimate()).isEqualTo(0.5);
        assertThat(calibration.expectedError()).isCloseTo(0.01, within(1e-9));
        assertThat(GateCalibration.of(List.of(), 5).expectedError()).isNaN();
    }
}
