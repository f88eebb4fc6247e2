package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.category.CategoryEstimate;
import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.logscan.cause.CauseRange;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import io.jenkins.plugins.mlci.logscan.signature.Signature;
import java.util.List;

/** Says what kind of failure the cause lines tell of, and what makes it equal to others. */
final class FailureNaming {
    /**
     * Ranges whose score is at least this share of the best one's name the failure. Lower, and the lines that are shown only where there is no good
     * build would name it too: the first failure of a job would be another one than all later ones.
     */
    private static final double NAMING = 0.8;

    private FailureNaming() {}

    /**
     * A failure with a name.
     *
     * @param category its kind
     * @param signature what makes it equal to others
     */
    record Named(CategoryEstimate category, Signature signature) {}

    static Named name(Causes causes, CategoryModel categories, TransientKnowledge retries) {
        List<String> lines = causes.ranges().stream()
                .map(CauseRange::text)
                .flatMap(List::stream)
                .toList();
        CategoryEstimate category = categories.estimate(lines, retries);
        double least =
                causes.ranges().isEmpty() ? 0 : NAMING * causes.ranges().get(0).score();
        List<String> headlines = causes.ranges().stream()
                .filter(range -> range.score() >= least && !range.text().isEmpty())
                .map(range -> range.text().get(0))
                .toList();
        return new Named(category, Signature.of(category.category().key(), headlines, lines));
    }
}
