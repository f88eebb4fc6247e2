package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.DoraFigures;
import io.jenkins.plugins.mlci.deploygate.delivery.EnvironmentReport;
import io.jenkins.plugins.mlci.deploygate.delivery.GateCalibration;
import io.jenkins.plugins.mlci.deploygate.delivery.GatedDeployment;
import io.jenkins.plugins.mlci.deploygate.policy.Share;
import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.CalibrationChart;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.OutcomeChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The figures of an environment in words, pictures and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class EnvironmentView {
    /** More marks than this are no picture any more. */
    private static final int MARKS = 200;

    private static final int WIDTH = 900;

    private final EnvironmentReport report;

    EnvironmentView(EnvironmentReport report) {
        this.report = report;
    }

    /** Deployments a week, in the last 30 days. */
    @Exported
    public double getDeploymentsPerWeek() {
        return report.now().perWeek();
    }

    /** Median hours from the oldest commit to the deployment; missing when unknown. */
    @Exported
    public Double getLeadHours() {
        return orNull(report.now().leadHours());
    }

    /** Failed, rolled back or with an incident, of those with a known outcome; missing when none is known. */
    @Exported
    public Double getChangeFailureRate() {
        return orNull(report.now().changeFailureRate().estimate());
    }

    /** Lower end of its 90 % interval. */
    @Exported
    public double getChangeFailureRateLow() {
        return report.now().changeFailureRate().low();
    }

    /** Upper end of its 90 % interval. */
    @Exported
    public double getChangeFailureRateHigh() {
        return report.now().changeFailureRate().high();
    }

    /** Median hours from the start of a failed deployment to when all was well again; missing when unknown. */
    @Exported
    public Double getRestoreHours() {
        return orNull(report.now().restoreHours());
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** The four figures, each with what it was before and its trend. */
    public List<FigureView> getFour() {
        return List.of(
                figure("Deployment frequency", DoraFigures::perWeek, each -> Words.number(each.perWeek()) + " a week"),
                figure("Lead time", DoraFigures::leadHours, each -> Words.hours(each.leadHours())),
                figure(
                        "Change failure rate",
                        each -> each.changeFailureRate().estimate(),
                        each -> share(each.changeFailureRate())),
                figure("Time to restore", DoraFigures::restoreHours, each -> Words.hours(each.restoreHours())));
    }

    private FigureView figure(String name, ToDoubleFunction<DoraFigures> value, Function<DoraFigures, String> text) {
        return new FigureView(name, text.apply(report.now()), text.apply(report.before()), report.trend(), value, text);
    }

    private static String share(Share share) {
        return share.all() == 0
                ? "unknown"
                : Words.percent(share.estimate()) + " (" + Words.percent(share.low()) + " to "
                        + Words.percent(share.high()) + "; " + share.hits() + " of " + share.all() + ")";
    }

    /** The newest deployments as a picture. */
    public String getTimelineSvg() {
        List<GatedDeployment> all = report.deployments();
        List<GatedDeployment> shown = all.subList(Math.max(0, all.size() - MARKS), all.size());
        List<OutcomeChart.Point> points = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            DeployedVersion each = shown.get(i).deployment();
            double position = shown.size() == 1 ? 0.5 : (double) i / (shown.size() - 1);
            points.add(new OutcomeChart.Point(
                    position,
                    each.predicted(),
                    Outcomes.of(each.result()),
                    Words.time(each.started()) + " " + each.id()));
        }
        String first = Words.time(shown.get(0).deployment().started());
        String last = Words.time(shown.get(shown.size() - 1).deployment().started());
        return OutcomeChart.svg(points, first, last, WIDTH);
    }

    /** Deployments of which the gate was asked. */
    @Exported
    public long getGated() {
        return report.gated();
    }

    /** What enforcing the gate would have done, in a sentence. */
    @Exported
    public String getEnforced() {
        return report.gated() == 0
                ? "The gate was not asked yet: add mlDeployGate before a deployment."
                : report.trackRecord().sentence();
    }

    /** The same more closely. */
    public List<String> getEnforcedDetails() {
        TrackRecord record = report.trackRecord();
        List<String> details = new ArrayList<>();
        if (record.failuresStopped().all() > 0) {
            details.add("Of the failures it would have stopped " + share(record.failuresStopped()) + ".");
        }
        if (record.goodStopped().all() > 0) {
            details.add("Of the good deployments it would have delayed " + share(record.goodStopped()) + ".");
        }
        if (record.stopsRight().all() > 0) {
            details.add("Of what it would have stopped " + share(record.stopsRight()) + " really failed.");
        }
        if (record.unknown() > 0) {
            details.add("How " + Words.of(record.unknown(), "deployment") + " went is not known yet.");
        }
        return details;
    }

    /** Whether predicted and observed can be compared. */
    public boolean isCalibrated() {
        return !report.calibration().groups().isEmpty();
    }

    /** Predicted beside observed, as a picture. */
    public String getCalibrationSvg() {
        return CalibrationChart.svg(report.calibration().groups().stream()
                .map(group -> new CalibrationChart.Group(
                        group.predicted(),
                        group.observed().estimate(),
                        group.observed().low(),
                        group.observed().high(),
                        "Predicted " + Words.percent(group.predicted()) + ", observed " + share(group.observed())))
                .toList());
    }

    /** The same as rows. */
    @Exported(inline = true)
    public List<CalibrationRow> getCalibration() {
        return report.calibration().groups().stream().map(CalibrationRow::new).toList();
    }

    /** How far off predictions are, in a sentence. */
    public String getCalibrationText() {
        long agreeing = report.calibration().groups().stream()
                .filter(GateCalibration.Group::agrees)
                .count();
        return "Predicted and observed differ by "
                + Words.percent(report.calibration().expectedError())
                + " on average; in " + agreeing + " of "
                + Words.of(report.calibration().groups().size(), "group")
                + " the difference may be chance.";
    }

    /** How far predictions and outcomes have drifted apart: {@code UNKNOWN}, {@code STABLE}, {@code MOVED} or {@code BROKEN}. */
    @Exported
    public String getDrift() {
        return report.drift().verdict().level().name();
    }

    /** The same in a sentence. */
    @Exported
    public String getDriftText() {
        return report.drift().sentence();
    }

    /** Whether predictions and outcomes lie further apart than chance explains. */
    public boolean isDrifted() {
        return report.drift().isDrifted();
    }

    /** Whether the gate only observes because its predicted risk is far too high. */
    public boolean isSuspended() {
        return report.drift().suspends();
    }

    /** Deployments of similar risk. */
    @ExportedBean(defaultVisibility = 3)
    public static final class CalibrationRow {
        private final GateCalibration.Group group;

        CalibrationRow(GateCalibration.Group group) {
            this.group = group;
        }

        /** Mean predicted risk. */
        @Exported
        public double getPredicted() {
            return group.predicted();
        }

        /** Share that failed. */
        @Exported
        public double getObserved() {
            return group.observed().estimate();
        }

        /** How many deployments. */
        @Exported
        public long getDeployments() {
            return group.observed().all();
        }

        public String getPredictedText() {
            return Words.percent(group.predicted());
        }

        public String getObservedText() {
            return share(group.observed());
        }
    }
}
