package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From what is kept of a deployment to its mark. */
final class Outcomes {
    private Outcomes() {}

    /** The mark of a result; of none, that it is not known. */
    static Outcome of(Optional<DeploymentResult> result) {
        return result.map(known -> switch (known) {
                    case SUCCEEDED -> Outcome.GOOD;
                    case FAILED -> Outcome.FAILED;
                    case ROLLED_BACK -> Outcome.ROLLED_BACK;
                    case INCIDENT -> Outcome.INCIDENT;
                    case ABORTED -> Outcome.ABORTED;
                })
                .orElse(Outcome.UNKNOWN);
    }

    /**
     * The mark of a deployment: the first failure that the history knows, else what it knows last, else what the build says.
     *
     * @param outcomes in words of {@link DeploymentResult}, oldest first
     * @param built what the build says; empty while it runs
     */
    static Outcome of(List<String> outcomes, String built) {
        List<DeploymentResult> known =
                outcomes.stream().flatMap(each -> result(each).stream()).toList();
        Optional<DeploymentResult> failure =
                known.stream().filter(DeploymentResult::isFailure).findFirst();
        Optional<DeploymentResult> last = known.isEmpty() ? result(built) : Optional.of(known.get(known.size() - 1));
        return of(failure.isPresent() ? failure : last);
    }

    private static Optional<DeploymentResult> result(String word) {
        try {
            return Optional.of(DeploymentResult.valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
