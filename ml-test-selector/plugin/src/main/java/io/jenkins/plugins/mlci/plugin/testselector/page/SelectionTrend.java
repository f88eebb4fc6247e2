package io.jenkins.plugins.mlci.plugin.testselector.page;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.testselector.chart.Trend;
import io.jenkins.plugins.mlci.plugin.testselector.chart.TrendChart;
import io.jenkins.plugins.mlci.plugin.testselector.chart.TrendPoint;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The selections of a job: time saved, failures kept, full runs and why. */
@ExportedBean
public final class SelectionTrend implements Action {
    /** The newest builds that are looked at. */
    static final int BUILDS = 50;

    private final Job<?, ?> job;

    SelectionTrend(Job<?, ?> job) {
        this.job = job;
    }

    /** The job. */
    public Job<?, ?> getJob() {
        return job;
    }

    @Override
    public String getIconFileName() {
        return "symbol-flask";
    }

    @Override
    public String getDisplayName() {
        return Messages.SelectionAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return SelectionAction.URL;
    }

    /** The trend, read anew. */
    public Trend trend() {
        List<TrendPoint> points = new ArrayList<>();
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < BUILDS; run = run.getPreviousBuild()) {
            seen++;
            for (SelectionAction action : run.getActions(SelectionAction.class)) {
                points.add(action.summary().point(run.getNumber(), run.getDisplayName()));
            }
        }
        Collections.reverse(points);
        return new Trend(points);
    }

    /** The trend for a view, which asks for it once. */
    public View getView() {
        return new View(trend());
    }

    /** The builds with a selection, oldest first. */
    @Exported(inline = true)
    public List<ExportedPoint> getBuilds() {
        return trend().points().stream().map(ExportedPoint::new).toList();
    }

    /** Expected seconds saved by enforced selections. */
    @Exported
    public double getSavedSeconds() {
        return trend().saved();
    }

    /** Expected seconds that observed selections would have saved. */
    @Exported
    public double getWouldSaveSeconds() {
        return trend().wouldSave();
    }

    /** Builds in which all tests ran by a rule. */
    @Exported
    public int getFullRuns() {
        return trend().fullRuns();
    }

    /** Failures that observed selections were judged by. */
    @Exported
    public int getJudgedFailures() {
        return trend().judgedFailures();
    }

    /** Those of them that the selections left out. */
    @Exported
    public int getMissedFailures() {
        return trend().missedFailures();
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /** The trend in words and pictures. */
    public static final class View {
        private final Trend trend;

        View(Trend trend) {
            this.trend = trend;
        }

        /** Whether there is no selection; not "empty", which is a word of the views' own language. */
        public boolean isBlank() {
            return trend.points().isEmpty();
        }

        /** What it brought, in one sentence. */
        public String getVerdict() {
            String saved = Numbers.duration(trend.saved()) + " of test time saved";
            String would = trend.wouldSave() > 0
                    ? ", " + Numbers.duration(trend.wouldSave())
                            + " more would have been saved in builds that only observe"
                    : "";
            return saved + would + ", in the last " + Numbers.of(trend.points().size(), "selection") + ".";
        }

        /** What it missed, as large as what it saved. */
        public String getMissed() {
            if (trend.judgedFailures() == 0) {
                return "No failure has judged the selections yet: that needs a build that only observes and fails.";
            }
            return Numbers.count(trend.judgedFailures() - trend.missedFailures()) + " of "
                    + Numbers.of(trend.judgedFailures(), "failure") + " would have been kept ("
                    + Numbers.percent(trend.kept()) + "), judged where all tests ran.";
        }

        /** The wide picture. */
        public String getSvg() {
            return TrendChart.svg(trend, 760);
        }

        /** The picture for the job page. */
        public String getSmallSvg() {
            return TrendChart.svg(trend, 460);
        }

        /** Why all tests ran, with the number of builds. */
        public Map<String, Integer> getFullRunReasons() {
            return trend.fullRunReasons();
        }

        /** The builds, newest first. */
        public List<ExportedPoint> getRows() {
            List<ExportedPoint> rows = new ArrayList<>(
                    trend.points().stream().map(ExportedPoint::new).toList());
            Collections.reverse(rows);
            return rows;
        }
    }
}
