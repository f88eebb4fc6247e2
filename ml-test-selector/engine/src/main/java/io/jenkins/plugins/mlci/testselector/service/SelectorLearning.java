package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is stored of the selectors of jobs: learning, versions, and the way back. Safe for use by several threads. */
public final class SelectorLearning {
    /** With so many builds that the stored selector does not know, it should learn them. */
    private static final int DUE = 10;

    private final BuildFeed feed;
    private final SelectorStore models;
    private final SelectorTraining training;
    private final Function<String, Set<Long>> partialBuilds;

    SelectorLearning(
            BuildFeed feed,
            SelectorStore models,
            SelectorTraining training,
            Function<String, Set<Long>> partialBuilds) {
        this.feed = feed;
        this.models = models;
        this.training = training;
        this.partialBuilds = partialBuilds;
    }

    /** A selector that knows all builds; where selecting is suspended it need not know any. */
    SelectorTraining.UpToDate forSelection(String job, long seed, Set<Long> partial) {
        return training.bring(job, seed, partial, true, () -> false);
    }

    /** Whether so much is new that {@link #train} is worth its time. */
    public boolean isDue(String job, long seed) {
        SelectorStore.Stored stored = models.load(job);
        return feed.plan(job, stored.learned().filter(known -> known.seed() == seed))
                        .news()
                        .size()
                >= DUE;
    }

    /**
     * Learns the builds that the stored selector does not know and stores a new version. Takes from milliseconds to a few
     * minutes; may run in the background. A job that a person suspended learns nothing.
     *
     * @throws IOException when the result cannot be stored; what was stored before stays in force
     */
    public TrainingReport train(String job, long seed, TrainingLimits limits) throws IOException {
        SelectorTraining.UpToDate now = training.bring(job, seed, partialBuilds.apply(job), false, limits.start());
        return training.store(job, now);
    }

    /**
     * The same on another machine: the input for a {@link TrainingTask}, whose output {@link #accept} takes.
     *
     * @return JSON; empty when there is nothing new to learn
     */
    public Optional<byte[]> trainingInput(String job, long seed) {
        SelectorStore.Stored stored = models.load(job);
        Optional<LearnedSelector> known = stored.learned().filter(learned -> learned.seed() == seed);
        BuildFeed.Plan plan = feed.plan(job, known);
        if (plan.news().isEmpty()) {
            return Optional.empty();
        }
        Set<Long> partial = partialBuilds.apply(job);
        List<BuildRecord> builds = feed.read(job, plan.news()).toList();
        Optional<byte[]> selector = plan.anew().isPresent()
                ? Optional.empty()
                : known.map(learned -> SelectorJson.write(learned, Map.of()));
        return Optional.of(new TrainingInput(
                        seed,
                        selector,
                        builds,
                        builds.stream()
                                .map(build ->
                                        partial.contains(build.build().id().number()))
                                .toList())
                .toJson());
    }

    /**
     * Checks and stores what a {@link TrainingTask} learned.
     *
     * @throws io.jenkins.plugins.mlci.shared.model.ModelFormatException when it is damaged
     * @throws IOException when it cannot be stored
     */
    public TrainingReport accept(String job, byte[] output) throws IOException {
        LearnedSelector learned = SelectorJson.read(output);
        SelectorStore.Stored stored = models.load(job);
        BuildFeed.Plan plan = feed.plan(job, Optional.of(learned));
        int before = stored.learned().map(known -> known.builds().size()).orElse(0);
        int done = Math.max(0, learned.builds().size() - before);
        return training.store(
                job,
                new SelectorTraining.UpToDate(stored, learned, plan, plan.news().size(), done));
    }

    /** All versions of a job's selector, rising by number. */
    public List<ModelVersion> versions(String job) throws IOException {
        return models.versions(job);
    }

    /** What a version says of itself, as JSON without its bulk. */
    public String describe(ModelVersion version) throws IOException {
        return models.describe(version);
    }

    /**
     * Suspends the version in force and goes back to the one before.
     *
     * @return the version that is in force now; empty when there is none before: then all tests run until {@link #resume}
     */
    public Optional<ModelVersion> rollBack(String job, String reason) throws IOException {
        return models.rollBack(job, reason);
    }

    /** Takes the selector out of force: all tests run until {@link #resume}. Empty when none was in force. */
    public Optional<ModelVersion> suspend(String job, String reason) throws IOException {
        return models.suspend(job, reason);
    }

    /** Puts the version back that was suspended last; empty when none is. */
    public Optional<ModelVersion> resume(String job, String reason) throws IOException {
        return models.resume(job, reason);
    }

    /** Why all tests run for a job whatever the policy says; empty when its model is not suspended. */
    public Optional<String> suspension(String job) {
        return models.load(job).suspended();
    }
}
