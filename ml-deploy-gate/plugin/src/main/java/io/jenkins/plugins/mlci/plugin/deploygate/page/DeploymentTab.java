package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jenkins.management.Badge;
import jenkins.model.Tab;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the gates of a build said and how its deployments went: lines on the build page, a tab, and JSON. */
@ExportedBean
public final class DeploymentTab extends Tab {
    /** Where the tab is. */
    public static final String URL = "ml-deployment";

    private final Run<?, ?> run;

    DeploymentTab(Run<?, ?> run) {
        super(run);
        this.run = run;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return DeploymentsRoot.ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.DeploymentTab_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @Override
    public Badge getBadge() {
        long waiting = GateAction.entries(run).stream()
                .filter(each -> each.getState().isWaiting())
                .count();
        return waiting == 0
                ? null
                : new Badge(String.valueOf(waiting), Messages.DeploymentTab_Waiting(waiting), Badge.Severity.WARNING);
    }

    /** The gates, oldest first. */
    @Exported(inline = true)
    public List<GateView> getGates() {
        Predicate<String> visible = visible();
        return GateAction.entries(run).stream()
                .map(entry -> new GateView(entry, visible))
                .toList();
    }

    /** The gates without what is only shown in the tab; this reads no file and no history. */
    public List<GateView> getLines() {
        return GateAction.entries(run).stream()
                .map(entry -> new GateView(entry, id -> false))
                .toList();
    }

    /** The deployments, oldest first, with what is known of them now. */
    @Exported(inline = true)
    public List<DeploymentView> getDeployments() {
        List<String> ids =
                DeploymentAction.entries(run).stream().map(each -> each.getId()).toList();
        Map<String, List<String>> later = Answered.by(store -> ids.stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), id -> store.deployments().outcomes(id).stream()
                                .map(outcome -> outcome.result().name().toLowerCase(Locale.ROOT))
                                .toList())))
                .value()
                .orElse(Map.of());
        return DeploymentAction.entries(run).stream()
                .map(entry -> new DeploymentView(entry, later.getOrDefault(entry.getId(), List.of())))
                .toList();
    }

    /** How many gates cannot be read. */
    public int getUnreadable() {
        return Optional.ofNullable(run.getAction(GateAction.class))
                .map(GateAction::getUnreadable)
                .orElse(0);
    }

    /** Whether there is nothing to show; not "empty", which is a word of the views' own language. */
    public boolean isBlank() {
        return GateAction.entries(run).isEmpty()
                && DeploymentAction.entries(run).isEmpty();
    }

    /** A deployment of this job may be seen by who sees this page; one of another job as its own permissions say. */
    private Predicate<String> visible() {
        Sight sight = new Sight(new JenkinsFacade());
        String own = run.getParent().getFullName() + "#";
        return id -> id.startsWith(own)
                || Answered.by(store -> sight.deployment(store, id)).value().orElse(false);
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
