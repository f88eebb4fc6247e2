package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How deployments into one environment go, and how right the gate is about them.
 *
 * @param environment its name
 * @param deployments oldest first
 * @param now the four figures of the last {@link #PERIOD}
 * @param before the same of the {@link #PERIOD} before, to compare with
 * @param trend the same in {@link #STEPS} steps of {@link #STEP} up to now, oldest first
 * @param calibration predicted beside observed
 * @param drift whether predictions still come true
 * @param trackRecord what enforcing the gate would have done
 * @param gated deployments of which the gate was asked
 */
public record EnvironmentReport(
        String environment,
        List<GatedDeployment> deployments,
        DoraFigures now,
        DoraFigures before,
        List<DoraFigures> trend,
        GateCalibration calibration,
        PredictionDrift drift,
        TrackRecord trackRecord,
        long gated) {
    /** What the figures are about. */
    public static final Duration PERIOD = Duration.ofDays(30);

    /** One step of the trend. */
    public static final Duration STEP = Duration.ofDays(7);

    /** Steps of the trend. */
    public static final int STEPS = 12;

    /** Deployments with a known outcome that make a group worth showing; fewer say next to nothing. */
    private static final int GROUP = 20;

    private static final int MOST_GROUPS = 8;

    public EnvironmentReport {
        deployments = List.copyOf(deployments);
        trend = List.copyOf(trend);
    }

    /**
     * The report.
     *
     * @param deployments oldest first
     * @param until what comes later is not looked at
     */
    public static EnvironmentReport of(String environment, List<GatedDeployment> deployments, Instant until) {
        List<GatedDeployment> known = deployments.stream()
                .filter(each -> !each.deployment().started().isAfter(until))
                .toList();
        List<DeployedVersion> plain =
                known.stream().map(GatedDeployment::deployment).toList();
        // A time ends before its last moment, and a deployment that starts right now belongs to it.
        Instant end = until.plusMillis(1);
        Instant middle = end.minus(PERIOD);
        List<GatedDeployment> gated =
                known.stream().filter(each -> each.verdict().isPresent()).toList();
        return new EnvironmentReport(
                environment,
                known,
                DoraFigures.of(plain, middle, end),
                DoraFigures.of(plain, middle.minus(PERIOD), middle),
                DoraFigures.trend(plain, end, STEP, STEPS),
                GateCalibration.of(plain, groups(plain)),
                PredictionDrift.of(predictions(plain)),
                TrackRecord.of(gated.stream().map(EnvironmentReport::judged).toList(), Verdict.APPROVE),
                gated.size());
    }

    /** Those with an outcome, newest first. */
    private static List<PredictionDrift.Prediction> predictions(List<DeployedVersion> oldestFirst) {
        List<PredictionDrift.Prediction> predictions = new ArrayList<>();
        for (DeployedVersion each : oldestFirst) {
            if (isJudged(each)) {
                predictions.add(new PredictionDrift.Prediction(each.predicted(), each.failed()));
            }
        }
        Collections.reverse(predictions);
        return predictions;
    }

    private static boolean isJudged(DeployedVersion each) {
        return !Double.isNaN(each.predicted()) && (each.failed() || each.good());
    }

    private static int groups(List<DeployedVersion> deployments) {
        long judged = deployments.stream().filter(EnvironmentReport::isJudged).count();
        return (int) Math.max(1, Math.min(MOST_GROUPS, judged / GROUP));
    }

    private static TrackRecord.Judged judged(GatedDeployment gated) {
        DeployedVersion deployment = gated.deployment();
        Boolean outcome = deployment.failed() ? Boolean.TRUE : deployment.good() ? Boolean.FALSE : null;
        return new TrackRecord.Judged(gated.verdict().orElseThrow(), outcome);
    }
}
