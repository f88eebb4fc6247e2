package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.category.CategoryEstimate;
import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.category.KeywordRules;
import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.logscan.cause.CauseModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseRanker;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges the ranker of causes and the categories on labelled logs. Each project's logs are judged by models that never saw that project
 * (and, where a source has one project, never saw that source); a build is compared with good builds before it only.
 */
public final class LogBacktest {
    private final long seed;
    private final Runnable step;

    /**
     * @param seed of all chance
     * @param step is told after each log that was read and each fold that was judged
     */
    public LogBacktest(long seed, Runnable step) {
        this.seed = seed;
        this.step = step;
    }

    /**
     * One case as it was judged.
     *
     * @param read the case
     * @param causes what was found; empty ranges where the log looks like that of a good build
     * @param category what kind of failure it was taken for
     * @param baselines the lines that known ways pick
     * @param others the category that known ways say
     */
    public record Judged(
            ReadCase read,
            Causes causes,
            CategoryEstimate category,
            Map<String, List<Long>> baselines,
            Map<String, FailureCategory> others) {}

    /** Reads every log; those of cidiff twice, with and without their good build. */
    public List<ReadCase> read(LabelledLogs logs) throws IOException {
        List<ReadCase> cases = new ArrayList<>();
        for (List<LogCase> source : logs.cases().values()) {
            EvidenceReader reader = new EvidenceReader();
            int[] places = new int[2];
            for (LogCase each : source) {
                boolean learned = CauseTraining.isLearned(each, places[each.failed() ? 0 : 1]++);
                boolean good = !each.good().isEmpty();
                cases.add(new ReadCase(each, reader.read(each, true), good, learned));
                if (good && each.source().equals("cidiff")) {
                    cases.add(new ReadCase(each, reader.read(each, false), false, learned));
                }
                step.run();
            }
        }
        return cases;
    }

    /** Judges every case by models that did not see its project. */
    public List<Judged> judge(Collection<ReadCase> cases) {
        Map<String, Integer> folds = Folds.of(cases);
        List<Judged> judged = new ArrayList<>();
        CauseTraining training = new CauseTraining(seed);
        for (int fold : new TreeSet<>(folds.values())) {
            List<ReadCase> others = cases.stream()
                    .filter(each -> each.learned() && folds.get(each.project()) != fold)
                    .toList();
            CauseModel model = training.causes(others);
            List<CategoryModel.Example> examples = CauseTraining.examples(others, model);
            CategoryModel categories = CategoryModel.learn(examples, TrainingContext.seeded(seed));
            TfIdfCategories words = new TfIdfCategories(examples, seed);
            CauseRanker ranker = new CauseRanker(model);
            for (ReadCase each : cases) {
                if (folds.get(each.project()) == fold) {
                    judged.add(judge(each, ranker, categories, words));
                }
            }
            step.run();
        }
        return judged;
    }

    /** Judges every case by the same models, for example the shipped ones. */
    public List<Judged> judge(Collection<ReadCase> cases, CauseModel model, CategoryModel categories) {
        CauseRanker ranker = new CauseRanker(model);
        return cases.stream().map(each -> judge(each, ranker, categories, null)).toList();
    }

    private static Judged judge(ReadCase each, CauseRanker ranker, CategoryModel categories, TfIdfCategories words) {
        // Whether the build failed is known where its lines are to be found; whether a good build is flagged must not
        // be told.
        Causes causes = each.given().failed() ? ranker.rankFailed(each.evidence()) : ranker.rank(each.evidence());
        List<String> text = CauseTraining.text(causes);
        Map<String, FailureCategory> others = new TreeMap<>();
        others.put("keyword rules", KeywordRules.category(text));
        if (words != null) {
            others.put("TF-IDF and logistic regression", words.category(text));
        }
        return new Judged(
                each,
                causes,
                categories.estimate(text, TransientKnowledge.none()),
                LineBaselines.lines(each.given(), each.evidence()),
                others);
    }
}
