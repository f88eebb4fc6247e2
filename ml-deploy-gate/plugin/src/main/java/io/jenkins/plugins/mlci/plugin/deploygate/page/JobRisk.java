package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.gate.GateHistory;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.OutcomeChart;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Risk and outcome of a job's latest deployments. */
@ExportedBean
public final class JobRisk implements Action {
    /** The newest builds that are looked at. */
    static final int BUILDS = 50;

    private static final int DECISIONS = 500;

    private final Job<?, ?> job;

    JobRisk(Job<?, ?> job) {
        this.job = job;
    }

    /** The job. */
    public Job<?, ?> getJob() {
        return job;
    }

    @Override
    public String getIconFileName() {
        return DeploymentsRoot.ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.JobRisk_DisplayName();
    }

    @Override
    public String getUrlName() {
        return DeploymentTab.URL;
    }

    /** The deployments of the newest builds, newest first. */
    @Exported(inline = true)
    public List<JobDeployment> getDeployments() {
        Map<String, JobDeployment> found = new LinkedHashMap<>();
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < BUILDS; run = run.getPreviousBuild()) {
            seen++;
            List<DeploymentEntry> deployed = new ArrayList<>(DeploymentAction.entries(run));
            Collections.reverse(deployed);
            for (DeploymentEntry entry : deployed) {
                found.put(entry.getId(), new JobDeployment(run, entry));
            }
            for (GateEntry gate : GateAction.entries(run)) {
                found.computeIfPresent(gate.getDeployment(), (id, deployment) -> deployment.asked(gate.getVerdict()));
            }
        }
        Answered.by(store -> complete(store, found));
        return List.copyOf(found.values());
    }

    /** What only the history knows: the risk, and what came after the build. */
    private boolean complete(HistoryStore store, Map<String, JobDeployment> found) {
        Map<String, Double> predicted = GateHistory.predicted(store, job.getFullName(), DECISIONS);
        found.forEach((id, deployment) -> deployment.known(
                predicted.getOrDefault(id, Double.NaN),
                store.deployments().outcomes(id).stream()
                        .map(outcome -> outcome.result().name().toLowerCase(Locale.ROOT))
                        .toList()));
        return true;
    }

    /** The list for a page, which asks for it once. */
    public View getView() {
        return new View(getDeployments());
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /** The deployments in words and pictures. */
    public static final class View {
        private final List<JobDeployment> deployments;

        View(List<JobDeployment> deployments) {
            this.deployments = deployments;
        }

        /** Whether there is none; not "empty", which is a word of the views' own language. */
        public boolean isBlank() {
            return deployments.isEmpty();
        }

        /** Newest first. */
        public List<JobDeployment> getRows() {
            return deployments;
        }

        /** In one sentence. */
        public String getVerdict() {
            long failed = deployments.stream()
                    .filter(each -> each.outcome().isFailure())
                    .count();
            return Words.of(deployments.size(), "deployment") + " in the last " + BUILDS + " builds; " + failed
                    + " failed, rolled back or with an incident.";
        }

        /** The wide picture. */
        public String getSvg() {
            return svg(900);
        }

        /** The picture for the job page. */
        public String getSmallSvg() {
            return svg(560);
        }

        private String svg(int width) {
            List<JobDeployment> oldestFirst = new ArrayList<>(deployments);
            Collections.reverse(oldestFirst);
            List<OutcomeChart.Point> points = new ArrayList<>();
            int last = Math.max(1, oldestFirst.size() - 1);
            for (int i = 0; i < oldestFirst.size(); i++) {
                points.add(oldestFirst.get(i).point((double) i / last));
            }
            String first = oldestFirst.get(0).getName();
            return OutcomeChart.svg(
                    points, first, oldestFirst.get(oldestFirst.size() - 1).getName(), width);
        }
    }
}
