package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.train.Trainer;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The card of one model: how good it is, where it comes from, its versions, and what can be done with it. */
@ExportedBean
public final class ModelPage implements ModelObject {
    private final ModelsPage parent;
    private final ModelKey key;
    private final JenkinsFacade jenkins;
    private ModelRow row;
    private String problem = "";

    ModelPage(ModelsPage parent, ModelKey key, JenkinsFacade jenkins) {
        this.parent = parent;
        this.key = key;
        this.jenkins = jenkins;
    }

    /** The list that this model is in; it knows the navigation. */
    public ModelsPage getList() {
        return parent;
    }

    @Override
    public String getDisplayName() {
        return Messages.ModelPage_DisplayName(
                Watches.displayName(jenkins, key.purpose()), key.scope().describe());
    }

    public String getDescription() {
        return Messages.ModelPage_Description();
    }

    public ModelsPage getParent() {
        return parent;
    }

    public List<MlPage> getPages() {
        return parent.getPages();
    }

    public boolean isManager() {
        return jenkins.has(MlPermissions.MANAGE);
    }

    /** The card as JSON or XML. */
    public Api getApi() {
        return new Api(this);
    }

    /** Why it cannot be shown; empty when it can. */
    public String getProblem() {
        getModel();
        return problem;
    }

    /** What the table says about it; null when it cannot be read. */
    @Exported(inline = true)
    public ModelRow getModel() {
        if (row == null && problem.isEmpty()) {
            try {
                row = ModelRow.read(key, SharedHistory.get().registry(), jenkins);
            } catch (IOException | HistoryException e) {
                problem = e.getMessage();
            }
        }
        return row;
    }

    /** All versions, newest first. */
    @Exported(inline = true)
    public List<VersionRow> getVersions() {
        return getModel() == null
                ? List.of()
                : row.versions().stream()
                        .sorted(Comparator.comparing(ModelVersion::number).reversed())
                        .map(VersionRow::new)
                        .toList();
    }

    /** Where it comes from. */
    public List<Fact> getFacts() {
        return getModel() == null
                ? List.of()
                : row.description().facts().entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList();
    }

    /** What came of its last training since Jenkins started. */
    public String getLastTraining() {
        return Trainer.get().reports().stream()
                .filter(report ->
                        report.purpose().equals(key.purpose()) && report.scope().equals(key.scope()))
                .map(report -> Messages.ModelPage_LastTraining(
                        Words.ago(report.when(), jenkins.clock().instant()),
                        Words.duration(report.took().toSeconds()),
                        report.sentence()))
                .findFirst()
                .orElse("");
    }

    /** Whether a version is in force that can be suspended. */
    public boolean isSuspendable() {
        return has(ModelState.ACTIVE);
    }

    /** Whether there is a version to go back to. */
    public boolean isRollBackPossible() {
        return has(ModelState.ACTIVE) && has(ModelState.RETIRED);
    }

    /** Whether a suspended version can be resumed. */
    public boolean isResumable() {
        return !has(ModelState.ACTIVE) && has(ModelState.SUSPENDED);
    }

    private boolean has(ModelState state) {
        return getModel() != null && row.versions().stream().anyMatch(version -> version.state() == state);
    }

    /** Takes the version in force out of force. */
    @RequirePOST
    public HttpResponse doSuspend(@QueryParameter String reason) {
        return change("suspended", registry -> registry.suspend(key.purpose(), key.scope(), reason(reason)));
    }

    /** Puts the version before back into force. */
    @RequirePOST
    public HttpResponse doRollBack(@QueryParameter String reason) {
        return change("rolled back", registry -> registry.rollBack(key.purpose(), key.scope(), reason(reason)));
    }

    /** Puts the version that was suspended last back into force. */
    @RequirePOST
    public HttpResponse doResume(@QueryParameter String reason) {
        return change("resumed", registry -> {
            Optional<ModelVersion> suspended = registry.list(key.purpose(), key.scope()).stream()
                    .filter(version -> version.state() == ModelState.SUSPENDED)
                    .max(Comparator.comparing(ModelVersion::changed));
            return suspended.isEmpty() ? suspended : Optional.of(registry.resume(suspended.get(), reason(reason)));
        });
    }

    private HttpResponse change(String verb, Change change) {
        jenkins.check(MlPermissions.MANAGE);
        try {
            change.apply(SharedHistory.get().registry());
            parent.audit(
                    verb + " the model " + key.purpose() + " of " + key.scope().describe());
            return new HttpRedirect(".");
        } catch (IOException | HistoryException | IllegalStateException e) {
            return HttpResponses.errorWithoutStack(409, e.getMessage());
        }
    }

    private String reason(String given) {
        String why = given == null || given.isBlank() ? "" : ": " + given.trim();
        return Messages.ModelPage_ByHand(jenkins.user()) + why;
    }

    @FunctionalInterface
    private interface Change {
        Optional<ModelVersion> apply(ModelRegistry registry) throws IOException;
    }
}
