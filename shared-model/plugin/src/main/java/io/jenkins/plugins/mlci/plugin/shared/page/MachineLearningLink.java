package io.jenkins.plugins.mlci.plugin.shared.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;

/** Manage Jenkins, Machine learning: the root of all pages about models as a whole. */
@Extension
@Symbol("machineLearningPages")
public final class MachineLearningLink extends ManagementLink implements StaplerProxy {
    static final String URL = "machine-learning";

    private final JenkinsFacade jenkins = new JenkinsFacade();
    private final ModelsPage models = new ModelsPage(this, jenkins);
    private final ImpactPage impact = new ImpactPage(this, jenkins);
    private final ExistingPage existing = new ExistingPage(this, jenkins);
    private final PrivacyPage privacy = new PrivacyPage(this, jenkins);

    @Override
    public String getIconFileName() {
        return "symbol-analytics";
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.MachineLearningLink_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.MachineLearningLink_Description();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @NonNull
    @Override
    public Permission getRequiredPermission() {
        return MlPermissions.VIEW;
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    /** Everything below is for those who may see it. */
    @Override
    public Object getTarget() {
        jenkins.check(MlPermissions.VIEW);
        return this;
    }

    /** The list of models is what people come for. */
    public HttpResponse doIndex() {
        return new HttpRedirect("models/");
    }

    public ModelsPage getModels() {
        return models;
    }

    public ImpactPage getImpact() {
        return impact;
    }

    public ExistingPage getExisting() {
        return existing;
    }

    public PrivacyPage getPrivacy() {
        return privacy;
    }

    /** The pages that the current user may see, for the navigation. */
    List<MlPage> pages() {
        return jenkins.has(MlPermissions.MANAGE)
                ? List.of(models, impact, existing, privacy)
                : List.of(models, impact, existing);
    }
}
