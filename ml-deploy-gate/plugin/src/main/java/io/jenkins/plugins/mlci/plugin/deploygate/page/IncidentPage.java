package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.Util;
import hudson.model.Api;
import hudson.security.AccessControlled;
import hudson.util.HttpResponses;
import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentHandler;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentResponse;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentSituation;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.IncidentHandlers;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.JenkinsRemedies;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Opinions;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One incident: what it is, what probably caused it, what helped before, and what can be done. For a request. */
@ExportedBean
public final class IncidentPage extends DeploymentsPage {
    private final IncidentRecord incident;
    private final JenkinsFacade jenkins;
    private String done = "";
    private Answered<OpinionView> opinion;

    IncidentPage(IncidentRecord incident, JenkinsFacade jenkins) {
        this.incident = incident;
        this.jenkins = jenkins;
    }

    @Override
    public String getDisplayName() {
        return incident.title();
    }

    /** What is kept of it. */
    @Exported(inline = true)
    public IncidentRow getIncident() {
        return new IncidentRow(incident, jenkins.clock().instant());
    }

    /** The description; may be empty. */
    @Exported
    public String getText() {
        return incident.text();
    }

    /** Where it was reported. */
    @Exported
    public String getSource() {
        return incident.source();
    }

    public String getEnvironmentToken() {
        return Token.of(incident.environment());
    }

    /** What is thought of it; missing when the history cannot be used. */
    @Exported(inline = true)
    public OpinionView getOpinion() {
        if (opinion == null) {
            opinion = Answered.by(store -> {
                IncidentDesk.Opinion thought = jenkins.single(Opinions.class).of(store, incident, jenkins);
                return new OpinionView(thought, store, new Sight(jenkins), jenkins);
            });
        }
        return opinion.value().orElse(null);
    }

    /** Whether the current user may do something about it. */
    public boolean isActing() {
        return acl().hasPermission(MlPermissions.OVERRIDE);
    }

    private AccessControlled acl() {
        return Sight.job(incident.job(), jenkins)
                .map(job -> (AccessControlled) job)
                .orElseGet(Jenkins::get);
    }

    /** What handlers offer. */
    public List<Offer> getOffers() {
        List<Offer> offers = new ArrayList<>();
        List<IncidentHandler> handlers = IncidentHandlers.all(jenkins);
        Optional<IncidentSituation> situation = situation();
        for (int i = 0; i < handlers.size() && situation.isPresent() && incident.isOpen(); i++) {
            IncidentHandler handler = handlers.get(i);
            int index = i;
            boolean allowed = IncidentDefaults.get().allowed().contains(handler.remedy());
            handler.plan(situation.get()).ifPresent(plan -> offers.add(new Offer(index, plan, allowed)));
        }
        return offers;
    }

    private JenkinsRemedies remedies() {
        return new JenkinsRemedies(incident.id(), "ml-deployments/incidents/" + Token.of(incident.id()) + "/", jenkins);
    }

    private Optional<IncidentSituation> situation() {
        OpinionView view = getOpinion();
        if (view == null) {
            return Optional.empty();
        }
        int retries = remedies().retries(incident.job());
        return Optional.of(new IncidentSituation(
                incident, view.opinion().suggestions(), view.opinion().lastGood(), retries));
    }

    /** What was done in this request; empty when nothing was. */
    public String getDone() {
        return done;
    }

    /** Ends the incident. */
    @RequirePOST
    public HttpResponse doResolve(@QueryParameter String how) {
        acl().checkPermission(MlPermissions.OVERRIDE);
        if (!incident.isOpen()) {
            return HttpResponses.error(HttpURLConnection.HTTP_CONFLICT, "This incident is over already.");
        }
        Answered<Boolean> kept = Answered.by(store -> new IncidentDesk(store, TrainingContext.seeded(1))
                .resolve(
                        incident.id(),
                        jenkins.clock().instant(),
                        Util.fixNull(how).strip())
                .isPresent());
        if (!kept.value().orElse(false)) {
            return HttpResponses.error(HttpURLConnection.HTTP_UNAVAILABLE, "It could not be kept: " + kept.problem());
        }
        new AuditLog(jenkins).did("resolved the incident " + incident.id());
        return new HttpRedirect(".");
    }

    /** Lets one handler act, by its number. */
    @RequirePOST
    public HttpResponse doHandle(@QueryParameter int handler) {
        acl().checkPermission(MlPermissions.OVERRIDE);
        List<IncidentHandler> handlers = IncidentHandlers.all(jenkins);
        Optional<IncidentSituation> situation = situation();
        if (handler < 0 || handler >= handlers.size() || situation.isEmpty()) {
            return HttpResponses.error(HttpURLConnection.HTTP_NOT_FOUND, "There is no such handler.");
        }
        if (!incident.isOpen()) {
            return HttpResponses.error(HttpURLConnection.HTTP_CONFLICT, "This incident is over already.");
        }
        List<IncidentResponse.Step> steps = new IncidentResponse(
                        List.of(handlers.get(handler)), IncidentDefaults.get().allowed())
                .respond(situation.get(), remedies());
        done = steps.isEmpty() ? "There is nothing to do here." : steps.get(0).sentence();
        boolean acted = !steps.isEmpty() && steps.get(0).acted();
        new AuditLog(jenkins)
                .did((acted ? "acted on" : "could not act on") + " the incident " + incident.id() + ": " + done);
        return HttpResponses.forwardToView(this, "index");
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /**
     * What a handler would do.
     *
     * @param index its number
     * @param plan in a sentence
     * @param allowed whether the configuration lets it
     */
    public record Offer(int index, String plan, boolean allowed) {
        public int getIndex() {
            return index;
        }

        public String getPlan() {
            return plan;
        }

        public boolean isAllowed() {
            return allowed;
        }
    }
}
