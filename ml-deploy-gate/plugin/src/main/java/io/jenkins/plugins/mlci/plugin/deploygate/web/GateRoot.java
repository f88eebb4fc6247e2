package io.jenkins.plugins.mlci.plugin.deploygate.web;

import hudson.Extension;
import hudson.model.RootAction;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.GateQueue;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GatePermissions;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** {@code /ml-deploy-gate/}: the deployments that wait, and below it the endpoint for outcomes. */
@Extension
@Symbol("deployGateQueue")
public final class GateRoot implements RootAction {
    /** Where it is. */
    public static final String URL = "ml-deploy-gate";

    /** Who waits for what, the longest waiting first; only of jobs that the current user may see. */
    public List<GateForm> getWaiting() {
        return GateQueue.get().visible().stream()
                .map(gate -> new GateForm(gate.run(), gate.entry()))
                .toList();
    }

    /** Takes a report on a deployment or an incident; answers in JSON. */
    @RequirePOST
    public void doOutcome(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        if (!Jenkins.get().hasPermission(GatePermissions.RECORD)) {
            send(response, OutcomeEndpoint.error(HttpServletResponse.SC_FORBIDDEN, Messages.GateRoot_NotAllowed()));
            return;
        }
        OutcomeEndpoint.Reply reply = new OutcomeEndpoint(Clock.systemUTC())
                .take(request.getContentType(), request.getContentLengthLong(), request.getInputStream());
        if (reply.status() == HttpServletResponse.SC_CREATED) {
            new AuditLog(new JenkinsFacade()).did("recorded an outcome from outside: " + reply.json());
        }
        send(response, reply);
    }

    private static void send(StaplerResponse2 response, OutcomeEndpoint.Reply reply) throws IOException {
        response.setStatus(reply.status());
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(reply.json());
    }

    /** The JSON schema of a report. */
    public void doSchema(StaplerResponse2 response) throws IOException {
        response.setContentType("application/schema+json;charset=UTF-8");
        try (InputStream schema = GateRoot.class.getResourceAsStream("outcome.schema.json")) {
            schema.transferTo(response.getOutputStream());
        }
    }

    /** Shown beside the jobs only while somebody is waited for. */
    @Override
    public String getIconFileName() {
        return GateQueue.get().visible().isEmpty() ? null : "symbol-people";
    }

    @Override
    public String getDisplayName() {
        return Messages.GateRoot_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }
}
