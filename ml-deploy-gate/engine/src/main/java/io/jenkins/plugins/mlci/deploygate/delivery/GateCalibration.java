package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.deploygate.policy.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether predicted risks came true: deployments by rising predicted risk in groups of about equal size, since most risks are
 * small and bins of equal width would leave all in the first.
 *
 * @param groups by rising risk
 */
public record GateCalibration(List<Group> groups) {
    public GateCalibration {
        groups = List.copyOf(groups);
    }

    /**
     * Deployments of similar risk.
     *
     * @param predicted their mean predicted risk
     * @param observed how many failed
     */
    public record Group(double predicted, Share observed) {
        /** Whether the prediction lies inside the interval of what was observed. */
        public boolean agrees() {
            return predicted >= observed.low() && predicted <= observed.high();
        }
    }

    /** Groups of the deployments that have a prediction and a known outcome. */
    public static GateCalibration of(List<DeployedVersion> deployments, int groups) {
        List<DeployedVersion> judged = deployments.stream()
                .filter(each -> !Double.isNaN(each.predicted()) && (each.failed() || each.good()))
                .sorted(Comparator.comparingDouble(DeployedVersion::predicted))
                .toList();
        List<Group> filled = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            List<DeployedVersion> part = judged.subList(judged.size() * i / groups, judged.size() * (i + 1) / groups);
            if (!part.isEmpty()) {
                double mean = part.stream()
                        .mapToDouble(DeployedVersion::predicted)
                        .average()
                        .orElse(Double.NaN);
                long failed = part.stream().filter(DeployedVersion::failed).count();
                filled.add(new Group(mean, Share.of(failed, part.size())));
            }
        }
        return new GateCalibration(filled);
    }

    /** Mean distance between predicted and observed, weighed by deployments; NaN without any. */
    public double expectedError() {
        double sum = 0;
        double all = 0;
        for (Group group : groups) {
            sum += group.observed.all() * Math.abs(group.predicted - group.observed.estimate());
            all += group.observed.all();
        }
        return sum / all;
    }
}
