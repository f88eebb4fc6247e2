package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One deployment of a build, with what became known of it. */
@ExportedBean(defaultVisibility = 2)
public final class DeploymentView {
    private final DeploymentEntry entry;
    private final List<String> outcomes;

    /**
     * A view.
     *
     * @param outcomes what the history knows of it, oldest first; empty when it cannot be asked
     */
    DeploymentView(DeploymentEntry entry, List<String> outcomes) {
        this.entry = entry;
        this.outcomes = outcomes;
    }

    /** Its id in the history. */
    @Exported
    public String getId() {
        return entry.getId();
    }

    @Exported
    public String getEnvironment() {
        return entry.getEnvironment();
    }

    public String getEnvironmentToken() {
        return Token.of(entry.getEnvironment());
    }

    /** What was deployed; empty when unknown. */
    @Exported
    public String getVersion() {
        return entry.getVersion();
    }

    @Exported
    public String getStarted() {
        return entry.getStarted().toString();
    }

    public String getStartedText() {
        return Words.time(entry.getStarted());
    }

    /** How it went, as far as is known. */
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
        Outcome outcome = outcome();
        return outcome.sign() + " " + outcome.words();
    }

    /** Ids of the deployments that it took back. */
    @Exported
    public List<String> getTakenBack() {
        return entry.getTakenBack();
    }

    /** In one line. */
    public String getLine() {
        String version = entry.getVersion().isEmpty() ? "" : " of " + shortVersion();
        String back = entry.getTakenBack().isEmpty()
                ? ""
                : "; it takes " + Words.of(entry.getTakenBack().size(), "newer deployment") + " back";
        return "Deployment" + version + " to " + entry.getEnvironment() + ": "
                + outcome().words() + back + ".";
    }

    /** A commit id at the length at which people know it. */
    private String shortVersion() {
        String version = entry.getVersion();
        return version.matches("[0-9a-f]{40}") ? version.substring(0, 10) : version;
    }

    /** Why the history does not know all of it; empty when it does. */
    @Exported
    public String getProblem() {
        return entry.getProblem();
    }

    /** Whether the history is told of it as soon as it can be used again. */
    @Exported
    public boolean isPending() {
        return entry.isUnsent() && !entry.getProblem().isEmpty();
    }
}
