package io.jenkins.plugins.mlci.plugin.logscan.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.mlci.logscan.signature.PastFailures;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Instant;
import java.util.List;

/**
 * Where a failure was seen before, as it is kept with a build.
 *
 * @param job the job that failed now, by its full name
 * @param count how often the same failure was seen before, in all jobs
 * @param since when it was seen first, as ISO 8601; empty when it was not
 * @param recent the latest builds that failed so, newest first
 * @param introduced the commit that was built when this job failed so for the first time; empty when unknown
 * @param remedy what made it good again the last time in this job; null when nothing did
 * @param alike builds of this job whose failure is alike and not equal, most alike first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Past(
        String job, long count, String since, List<Place> recent, String introduced, Remedy remedy, List<Alike> alike) {
    public Past {
        recent = List.copyOf(recent);
        alike = List.copyOf(alike);
    }

    /** Of a failure that was not looked for, or never seen. */
    public static Past none(String job) {
        return new Past(job, 0, "", List.of(), "", null, List.of());
    }

    /** What the history says. */
    public static Past of(String job, PastFailures past) {
        return new Past(
                job,
                past.count(),
                past.since().map(Instant::toString).orElse(""),
                past.recent().stream().map(Place::of).toList(),
                past.introduced(),
                past.remedy()
                        .map(good -> new Remedy(good.build().number(), good.retry(), good.commit()))
                        .orElse(null),
                past.alike().stream()
                        .map(other -> new Alike(other.build().number(), other.similarity()))
                        .toList());
    }

    /** A build: the full name of its job, and its number. */
    public record Place(String job, long number) {
        static Place of(BuildId id) {
            return new Place(id.job(), id.number());
        }
    }

    /**
     * What made a failure go away.
     *
     * @param number of the first good build after it
     * @param retry whether nothing had changed
     * @param commit that was built then; empty when unknown
     */
    public record Remedy(long number, boolean retry, String commit) {}

    /** A build of the same job, and how much its failure has in common, from 0 to 1. */
    public record Alike(long number, double similarity) {}
}
