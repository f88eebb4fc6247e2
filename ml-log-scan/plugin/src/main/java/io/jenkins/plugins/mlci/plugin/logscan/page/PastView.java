package io.jenkins.plugins.mlci.plugin.logscan.page;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.report.Past;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/** Where a failure was seen before, for whoever looks: jobs that a person may not see are not named. */
public final class PastView {
    private final Run<?, ?> run;
    private final Past past;

    PastView(Run<?, ?> run, Past past) {
        this.run = run;
        this.past = past;
    }

    /** Whether there is nothing to show. */
    public boolean isBlank() {
        return past.count() == 0 && past.alike().isEmpty();
    }

    /** How often, since when, and what helped; empty where it was never seen. */
    public String getSentence() {
        return past.count() == 0 ? "" : Wording.seen(past);
    }

    /** The commit with which this job failed so for the first time; empty when unknown. */
    public String getIntroduced() {
        return past.introduced();
    }

    /** The latest builds that failed in the same way. */
    public List<Link> getRecent() {
        return past.recent().stream()
                .map(place -> link(place.job(), place.number(), ""))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many builds are not listed: they are gone, or of jobs that this person may not see. */
    public long getHidden() {
        return past.count() - getRecent().size();
    }

    /** Builds whose failure is alike. */
    public List<Link> getAlike() {
        return past.alike().stream()
                .map(other -> link(past.job(), other.number(), Wording.percent(other.similarity())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Link> link(String jobName, long number, String share) {
        return find(jobName).map(job -> job.getBuildByNumber((int) number)).map(build -> {
            String name = Objects.equals(job(build), run.getParent()) ? build.getDisplayName() : build.toString();
            return new Link(name, build.getUrl(), share);
        });
    }

    private static Job<?, ?> job(Run<?, ?> build) {
        return build.getParent();
    }

    private Optional<Job<?, ?>> find(String name) {
        if (name.equals(run.getParent().getFullName())) {
            return Optional.of(run.getParent());
        }
        try {
            Job<?, ?> job = Jenkins.get().getItemByFullName(name, Job.class);
            return job != null && job.hasPermission(Item.READ) ? Optional.of(job) : Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    /** A build on a page; its share is how much its failure has in common, or empty. */
    public record Link(String name, String url, String share) {
        public String getName() {
            return name;
        }

        public String getUrl() {
            return url;
        }

        public String getShare() {
            return share;
        }
    }
}
