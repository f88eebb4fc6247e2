package io.jenkins.plugins.mlci.plugin.testselector.page;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.testselector.chart.Curve;
import io.jenkins.plugins.mlci.plugin.testselector.chart.CurveChart;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionFacts;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.plugin.testselector.report.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;

/** The tab of a selection, ready to be written down by a view. */
public final class SelectionView {
    private static final double[] SHARES = {0.05, 0.1, 0.2, 0.33, 0.5, 0.75, 1};

    private final SelectionAction action;
    private final SelectionReport report;
    private final String problem;

    private SelectionView(SelectionAction action, SelectionReport report, String problem) {
        this.action = action;
        this.report = report;
        this.problem = problem;
    }

    static SelectionView of(SelectionAction action) {
        try {
            return new SelectionView(action, action.report(), "");
        } catch (IOException e) {
            return new SelectionView(action, null, e.getMessage());
        }
    }

    /** Why there is nothing to show; empty when there is something. */
    public String getProblem() {
        return problem;
    }

    /** The numbers and sentences of the decision. */
    public SelectionFacts getFacts() {
        return report.facts();
    }

    /** Whether any test is known. */
    public boolean isAnyTest() {
        return !report.tests().isEmpty();
    }

    /** What became of it; empty while the results are not in. */
    public String getAftermath() {
        return Wording.aftermath(report);
    }

    /** How it was decided, as pairs of a name and a text. */
    public List<Fact> getFactList() {
        SelectionFacts facts = report.facts();
        List<Fact> list = new ArrayList<>();
        list.add(new Fact("Policy", facts.policy(), ""));
        list.add(new Fact("Mode", facts.observe() ? "observe: all tests run" : "enforce", ""));
        list.add(new Fact("Runner", facts.runner(), ""));
        String reference = facts.reference().isEmpty() ? "nothing: the change is not known" : facts.reference();
        list.add(new Fact("Compared with", reference, referenceUrl()));
        if (!facts.toCommit().isEmpty()) {
            list.add(new Fact("Commit", shortened(facts.toCommit()), ""));
            list.add(new Fact("Changed files", Numbers.count(facts.files()), ""));
        }
        if (!facts.job().isEmpty()) {
            list.add(new Fact("History of", facts.job(), ""));
        }
        String model = facts.modelVersion();
        list.add(new Fact("Model", model.isEmpty() ? "prior knowledge and the builds of this job" : model, modelUrl()));
        if (Double.isFinite(facts.guaranteed())) {
            list.add(new Fact(
                    "Guarantee",
                    Numbers.percent(facts.guaranteed()) + " of the failures on average, from "
                            + Numbers.of(facts.evidenceBuilds(), "failing build"),
                    ""));
        }
        return list;
    }

    /**
     * One line of the facts.
     *
     * @param name what it is
     * @param text how it is
     * @param url where more is, relative to Jenkins; may be empty
     */
    public record Fact(String name, String text, String url) {
        /** For the view. */
        public String getName() {
            return name;
        }

        /** For the view. */
        public String getText() {
            return text;
        }

        /** For the view. */
        public String getUrl() {
            return url;
        }
    }

    private String referenceUrl() {
        String other = report.facts().job();
        Job<?, ?> job =
                other.isEmpty() ? action.getRun().getParent() : Jenkins.get().getItemByFullName(other, Job.class);
        Run<?, ?> build = job == null || report.facts().referenceBuild() < 1
                ? null
                : job.getBuildByNumber((int) report.facts().referenceBuild());
        return build == null ? "" : build.getUrl();
    }

    private String modelUrl() {
        return report.facts().modelVersion().isEmpty() ? "" : ModelLink.url();
    }

    private static String shortened(String commit) {
        return commit.length() > 10 ? commit.substring(0, 10) : commit;
    }

    /** Share of the test time that runs, in percent, for the bar. */
    public String getRunPercent() {
        double all = report.totalSeconds();
        double share = report.facts().all() || all <= 0 ? 1 : 1 - report.leftOutSeconds() / all;
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** The expected time of the tests that are selected. */
    public String getRunTime() {
        double left = report.facts().all() ? 0 : report.leftOutSeconds();
        return Numbers.duration(report.totalSeconds() - left);
    }

    /** The expected time of the others. */
    public String getLeftOutTime() {
        return Numbers.duration(report.facts().all() ? 0 : report.leftOutSeconds());
    }

    /** The curve as a picture. */
    public String getCurveSvg() {
        return CurveChart.svg(Curve.of(report.tests()), report.facts().guaranteed());
    }

    /** The curve as a table: share of the time, and expected share of the failures. */
    public List<Fact> getCurveTable() {
        Curve curve = Curve.of(report.tests());
        List<Fact> rows = new ArrayList<>();
        for (double share : SHARES) {
            rows.add(new Fact(Numbers.percent(share), Numbers.percent(curve.keptAt(share)), ""));
        }
        return rows;
    }

    /** Tests that failed although the selection left them out; at most 50. */
    public List<String> getMissedTests() {
        return report.tests().stream()
                .filter(TestRow::missed)
                .limit(50)
                .map(row -> row.test().toString())
                .toList();
    }
}
