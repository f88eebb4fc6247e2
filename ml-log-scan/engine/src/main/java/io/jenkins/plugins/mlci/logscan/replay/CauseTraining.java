package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.cause.CauseExamples;
import io.jenkins.plugins.mlci.logscan.cause.CauseModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseRange;
import io.jenkins.plugins.mlci.logscan.cause.CauseRanker;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Learns the ranker of causes and the categories from labelled logs, as the shipped models were learned. */
public final class CauseTraining {
    /** Every so many builds of a recorded history are learned from: neighbours are nearly the same. */
    private static final int EACH_FAILED = 4;

    private static final int EACH_GOOD = 10;

    private final long seed;

    /** @param seed of all chance */
    public CauseTraining(long seed) {
        this.seed = seed;
    }

    /** Whether a case is learned from. Of a recorded history only some builds are. */
    static boolean isLearned(LogCase given, int place) {
        if (!given.source().equals("jenkins-history")) {
            return true;
        }
        return !given.good().isEmpty() && place % (given.failed() ? EACH_FAILED : EACH_GOOD) == 0;
    }

    /** Learns to rank. The same logs give the same model. */
    public CauseModel causes(Collection<ReadCase> cases) {
        CauseExamples examples = new CauseExamples(seed);
        for (ReadCase each : cases) {
            CaseMarks marks = new CaseMarks(each.given());
            examples.add(each.evidence(), marks::of, lineWeight(each), headlineWeight(each));
        }
        return CauseModel.learn(examples, TrainingContext.seeded(seed));
    }

    /** Whole blocks are labelled in one set only; in the others a line without a label may belong to the cause all the same. */
    private static double lineWeight(ReadCase each) {
        return switch (each.given().source()) {
            case "cidiff" -> each.compared() ? 1 : 0.5;
            case "jenkins-history" -> 0.1;
            default -> 0.3;
        };
    }

    private static double headlineWeight(ReadCase each) {
        return each.given().source().equals("cidiff") ? 0.5 : 1;
    }

    /** Learns the categories from the cause lines that this model finds. */
    public CategoryModel categories(Collection<ReadCase> cases, CauseModel causes) {
        return CategoryModel.learn(examples(cases, causes), TrainingContext.seeded(seed));
    }

    /** The cause lines of the failed builds that have a category. */
    static List<CategoryModel.Example> examples(Collection<ReadCase> cases, CauseModel causes) {
        CauseRanker ranker = new CauseRanker(causes);
        List<CategoryModel.Example> examples = new ArrayList<>();
        for (ReadCase each : cases) {
            Set<FailureCategory> right = CategoryLabels.accepted(each.given().category());
            if (!right.isEmpty() && each.given().failed()) {
                examples.add(new CategoryModel.Example(
                        text(ranker.rankFailed(each.evidence())),
                        right.iterator().next()));
            }
        }
        return examples;
    }

    /** The text of all ranges, the first one meant. */
    static List<String> text(Causes causes) {
        return causes.ranges().stream()
                .map(CauseRange::text)
                .flatMap(List::stream)
                .toList();
    }
}
