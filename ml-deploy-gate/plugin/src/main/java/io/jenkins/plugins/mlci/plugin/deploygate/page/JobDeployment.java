package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.OutcomeChart;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One deployment in the trend of a job, for pages and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class JobDeployment {
    private final int build;
    private final String name;
    private final DeploymentEntry entry;
    private String verdict = "";
    private double risk = Double.NaN;
    private List<String> outcomes = List.of();

    JobDeployment(Run<?, ?> run, DeploymentEntry entry) {
        this.build = run.getNumber();
        this.name = run.getDisplayName();
        this.entry = entry;
    }

    JobDeployment asked(Verdict said) {
        verdict = said.name().toLowerCase(Locale.ROOT);
        return this;
    }

    void known(double predicted, List<String> happened) {
        risk = predicted;
        outcomes = happened;
    }

    /** Number of the build. */
    @Exported
    public int getBuild() {
        return build;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    @Exported
    public String getEnvironment() {
        return entry.getEnvironment();
    }

    @Exported
    public String getStarted() {
        return entry.getStarted().toString();
    }

    public String getStartedText() {
        return Words.time(entry.getStarted());
    }

    /** What the gate said; empty when it was not asked. */
    @Exported
    public String getVerdict() {
        return verdict;
    }

    /** The risk that it was given; missing when the gate was not asked. */
    @Exported
    public Double getRisk() {
        return Double.isFinite(risk) ? (Double) risk : null;
    }

    public String getRiskText() {
        return getRisk() == null ? "not asked" : Words.percent(risk);
    }

    Outcome outcome() {
        return Outcomes.of(outcomes, entry.getResult());
    }

    /** {@code good}, {@code rolled back} and so on. */
    @Exported
    public String getOutcome() {
        return outcome().words();
    }

    /** The same with its sign. */
    public String getOutcomeText() {
        return outcome().sign() + " " + outcome().words();
    }

    OutcomeChart.Point point(double position) {
        return new OutcomeChart.Point(position, risk, outcome(), name + " to " + entry.getEnvironment());
    }
}
