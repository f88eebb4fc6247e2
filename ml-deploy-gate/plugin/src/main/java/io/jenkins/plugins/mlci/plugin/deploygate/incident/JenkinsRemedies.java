package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.RemedyActions;
import io.jenkins.plugins.mlci.deploygate.incident.RemedyException;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.JenkinsLocationConfiguration;

/** What Jenkins can do about an incident, as the current user and with that user's permissions. */
public final class JenkinsRemedies implements RemedyActions {
    private static final int LOOK_BACK = 50;

    private final String incident;
    private final String page;
    private final JenkinsFacade jenkins;

    /**
     * For one incident.
     *
     * @param page the address of its page, seen from the root of Jenkins
     */
    public JenkinsRemedies(String incident, String page, JenkinsFacade jenkins) {
        this.incident = incident;
        this.page = page;
        this.jenkins = jenkins;
    }

    /** How often a job was run again because of this incident, among its newest builds. */
    public int retries(String jobName) {
        int retries = 0;
        int seen = 0;
        Run<?, ?> run = Sight.job(jobName, jenkins)
                .map(job -> (Run<?, ?>) job.getLastBuild())
                .orElse(null);
        for (; run != null && seen < LOOK_BACK; run = run.getPreviousBuild()) {
            seen++;
            retries += run.getCauses().stream()
                            .anyMatch(each -> each instanceof IncidentCause cause
                                    && cause.getIncident().equals(incident))
                    ? 1
                    : 0;
        }
        return retries;
    }

    @Override
    public String retry(String job) {
        Job<?, ?> found = mayBuild(job);
        Run<?, ?> last = found.getLastBuild();
        return start(found, last == null ? null : last.getAction(ParametersAction.class));
    }

    @Override
    public String redeploy(String environment, String deployment) {
        Deployment good = Answered.by(store -> store.deployments().find(deployment))
                .value()
                .flatMap(each -> each)
                .orElseThrow(() -> new RemedyException("The deployment " + deployment + " is not known any more."));
        Job<?, ?> job = mayBuild(good.build().job());
        Run<?, ?> run = good.build().number() > Integer.MAX_VALUE
                ? null
                : job.getBuildByNumber((int) good.build().number());
        ParametersAction parameters = run == null ? null : run.getAction(ParametersAction.class);
        String version = DeliveryReader.version(good);
        boolean says = parameters != null
                && !version.isEmpty()
                && parameters.getParameters().stream()
                        .anyMatch(each -> version.equals(String.valueOf(each.getValue())));
        if (!says) {
            // Running the job again would deploy what is newest, which is the opposite.
            throw new RemedyException("No parameter of build " + good.build() + " says that it deployed "
                    + (version.isEmpty() ? "this version" : version) + ", so it cannot be deployed again from here.");
        }
        return start(job, parameters);
    }

    @Override
    public String tell(IncidentRecord record, String message) {
        String root = JenkinsLocationConfiguration.get().getUrl();
        String linked = root == null ? message : message + "\n" + root + page;
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (IncidentNotifier notifier : jenkins.all(IncidentNotifier.class)) {
            if (notifier.isReady()) {
                try {
                    done.add(notifier.tell(record, linked));
                } catch (RemedyException e) {
                    failed.add(e.getMessage());
                }
            }
        }
        if (done.isEmpty()) {
            throw new RemedyException(
                    failed.isEmpty()
                            ? "Nobody can be told yet: an administrator sets a webhook in the system configuration, under Machine learning,"
                                    + " Incidents, or installs a plugin that tells people about incidents."
                            : String.join(" ", failed));
        }
        done.addAll(failed);
        return String.join(" ", done);
    }

    private Job<?, ?> mayBuild(String name) {
        Job<?, ?> job = Sight.job(name, jenkins)
                .orElseThrow(() -> new RemedyException("There is no job " + name + " that you may see."));
        if (!job.hasPermission(Item.BUILD)) {
            throw new RemedyException("You may not build " + name + ".");
        }
        return job;
    }

    private String start(Job<?, ?> job, ParametersAction parameters) {
        if (!(job instanceof Queue.Task task) || !job.isBuildable()) {
            throw new RemedyException(job.getFullName() + " cannot be built now.");
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new Cause.UserIdCause(), new IncidentCause(incident)));
        Optional.ofNullable(parameters).ifPresent(actions::add);
        Queue.getInstance().schedule2(task, 0, actions);
        return "A build of " + job.getFullName() + " was started.";
    }
}
