package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.deploygate.policy.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The four figures of delivery performance (N. Forsgren et al., Accelerate, 2018), from what really happened to deployments
 * and not from red builds.
 *
 * @param from first moment looked at
 * @param to first moment after
 * @param deployments that started in this time
 * @param perWeek deployments a week
 * @param leadHours median hours from the oldest commit to the deployment; NaN when none is known
 * @param changeFailureRate of the deployments whose outcome is known, those that failed, were rolled back or caused an incident
 * @param restoreHours median hours from the start of a failed deployment to when the environment was well again; NaN when none is known
 */
public record DoraFigures(
        Instant from,
        Instant to,
        long deployments,
        double perWeek,
        double leadHours,
        Share changeFailureRate,
        double restoreHours) {
    private static final double MINUTES = 60;

    /** The figures of a time. */
    public static DoraFigures of(List<DeployedVersion> deployments, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The time to look at must end after it begins.");
        }
        List<DeployedVersion> inside = deployments.stream()
                .filter(each -> !each.started().isBefore(from) && each.started().isBefore(to))
                .toList();
        long failed = inside.stream().filter(DeployedVersion::failed).count();
        long good = inside.stream().filter(DeployedVersion::good).count();
        List<Double> restore = new ArrayList<>();
        for (DeployedVersion each : inside) {
            // A time before the start is none: an outcome was kept with a wrong one.
            each.restored()
                    .filter(restored -> each.failed() && !restored.isBefore(each.started()))
                    .ifPresent(restored -> restore.add(
                            Duration.between(each.started(), restored).toMinutes() / MINUTES));
        }
        List<Double> lead = inside.stream()
                .map(DeployedVersion::leadHours)
                .filter(hours -> !hours.isNaN())
                .toList();
        double weeks = Duration.between(from, to).toMillis()
                / (double) Duration.ofDays(7).toMillis();
        return new DoraFigures(
                from,
                to,
                inside.size(),
                inside.size() / weeks,
                median(lead),
                Share.of(failed, failed + good),
                median(restore));
    }

    /**
     * The same in steps of equal length, the oldest first.
     *
     * @param until where the last step ends
     * @param step length of a step
     * @param steps how many
     */
    public static List<DoraFigures> trend(List<DeployedVersion> deployments, Instant until, Duration step, int steps) {
        List<DoraFigures> trend = new ArrayList<>();
        for (int i = steps; i > 0; i--) {
            trend.add(of(deployments, until.minus(step.multipliedBy(i)), until.minus(step.multipliedBy(i - 1))));
        }
        return trend;
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
