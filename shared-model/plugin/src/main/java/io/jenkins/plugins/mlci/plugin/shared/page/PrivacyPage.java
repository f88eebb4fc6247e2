package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.Util;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.keep.Forgetting;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.privacy.PrivacyException;
import java.time.Duration;
import java.util.function.Supplier;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Forgetting people, jobs and old builds; new pseudonyms. */
public final class PrivacyPage extends MlPage implements StaplerProxy {
    private final Forgetting forgetting = new Forgetting();
    private volatile String lastResult = "";

    PrivacyPage(MachineLearningLink link, JenkinsFacade jenkins) {
        super(link, jenkins);
    }

    /** Only for those who may forget. */
    @Override
    public Object getTarget() {
        check(MlPermissions.MANAGE);
        return this;
    }

    @Override
    public String getUrlName() {
        return "privacy";
    }

    @Override
    public String getDisplayName() {
        return Messages.PrivacyPage_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.PrivacyPage_Description();
    }

    /** What came of the last request since Jenkins started; it names no person. */
    public String getLastResult() {
        return lastResult;
    }

    /** Forgets what a person wrote. */
    @RequirePOST
    public HttpResponse doForgetPerson(@QueryParameter String person) {
        check(MlPermissions.MANAGE);
        return required(person, Messages.PrivacyPage_NoPerson(), text -> {
            int changeSets = forgetting.person(text);
            audit("forgot a person in " + changeSets + " change sets");
            return Messages.PrivacyPage_PersonForgotten(changeSets);
        });
    }

    /** Forgets a job. */
    @RequirePOST
    public HttpResponse doForgetJob(@QueryParameter String job) {
        check(MlPermissions.MANAGE);
        return required(job, Messages.PrivacyPage_NoJob(), text -> {
            boolean known = forgetting.job(text);
            audit("forgot the job " + text);
            return known ? Messages.PrivacyPage_JobForgotten(text) : Messages.PrivacyPage_JobUnknown(text);
        });
    }

    /** Forgets what is older than some days. */
    @RequirePOST
    public HttpResponse doForgetOld(@QueryParameter int days) {
        check(MlPermissions.MANAGE);
        if (days < 1) {
            return HttpResponses.errorWithoutStack(400, Messages.PrivacyPage_NoDays());
        }
        return answer(() -> {
            int builds = forgetting.before(jenkins().clock().instant().minus(Duration.ofDays(days)));
            audit("forgot " + builds + " builds older than " + days + " days");
            return Messages.PrivacyPage_OldForgotten(builds);
        });
    }

    /** Gives people new pseudonyms. */
    @RequirePOST
    public HttpResponse doRotate() {
        check(MlPermissions.MANAGE);
        return answer(() -> {
            People.get().rotate();
            audit("gave people new pseudonyms");
            return Messages.PrivacyPage_Rotated();
        });
    }

    private HttpResponse required(String value, String missing, java.util.function.Function<String, String> request) {
        String text = Util.fixNull(value).trim();
        return text.isEmpty() ? HttpResponses.errorWithoutStack(400, missing) : answer(() -> request.apply(text));
    }

    private HttpResponse answer(Supplier<String> request) {
        try {
            lastResult = request.get();
            return new HttpRedirect(".");
        } catch (HistoryException | PrivacyException e) {
            return HttpResponses.errorWithoutStack(503, e.getMessage());
        }
    }
}
