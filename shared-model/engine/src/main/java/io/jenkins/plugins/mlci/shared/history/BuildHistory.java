package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds with their changes and tests. */
public interface BuildHistory {
    /**
     * Keeps a build. Recorded twice it is kept once; a changed record replaces the old one. Statistics of its tests follow.
     * Whether the build is excluded stays as it was.
     *
     * <p>Durations of tests are kept with a relative error of at most 2 % ({@link
     * io.jenkins.plugins.mlci.shared.history.columnar.DurationScale}).
     *
     * @throws IllegalArgumentException when a test occurs twice
     */
    void record(BuildRecord build);

    /** The build, if it is known; an excluded one too. */
    Optional<BuildRecord> find(BuildId build);

    /** The facts of the builds that match, oldest first. */
    List<Build> list(BuildQuery query);

    /**
     * The builds that match with changes and tests, oldest first. Reads a few dozen at a time, holds no connection in between
     * and needs no closing. Which builds match is settled when the method is called; one deleted meanwhile is left out.
     */
    Stream<BuildRecord> read(BuildQuery query);

    /**
     * Makes learners skip a build, for example because its results are left over from the build before.
     *
     * @param reason a sentence for people
     * @return whether the build is known
     */
    boolean exclude(BuildId build, String reason);

    /** Takes an exclusion back. Returns whether the build is known. */
    boolean include(BuildId build);

    /** Why a build is excluded; empty when it is not. */
    Optional<String> exclusion(BuildId build);

    /** Forgets a build with its decisions and signatures. Returns whether there was anything to forget. */
    boolean delete(BuildId build);

    /** Forgets all builds of all jobs that started before a time. Returns how many. */
    int deleteStartedBefore(Instant time);

    /** Forgets all but the newest builds of a job. Returns how many were forgotten. */
    int deleteAllButNewest(String job, int keep);

    /**
     * Forgets who wrote what: removes a pseudonym from all change sets.
     *
     * @return how many change sets named it
     */
    int eraseAuthor(String pseudonym);
}
