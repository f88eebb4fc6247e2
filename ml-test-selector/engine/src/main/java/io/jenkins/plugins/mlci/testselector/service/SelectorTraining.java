package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings what is stored for a job up to date with its builds. */
final class SelectorTraining {
    private final BuildFeed feed;
    private final SelectorStore models;
    private final Runnable learned;
    private final String codeVersion;

    SelectorTraining(BuildFeed feed, SelectorStore models, Runnable learned, String codeVersion) {
        this.feed = feed;
        this.models = models;
        this.learned = learned;
        this.codeVersion = codeVersion;
    }

    /**
     * A selector that knows all builds.
     *
     * @param stored what was stored before
     * @param selector the stored selector, or a new one, with all that was learned
     * @param plan what had to be learned
     * @param remaining how many builds are still to be learned
     * @param done how many were learned now
     */
    record UpToDate(
            SelectorStore.Stored stored, LearnedSelector selector, BuildFeed.Plan plan, int remaining, int done) {}

    /**
     * Loads and learns what is new; stores nothing.
     *
     * @param toSelect whether it is for a selection: then nothing is learned while selecting is suspended, and otherwise
     *     nothing while a person has suspended it
     * @param enough asked before every build; true stops
     */
    UpToDate bring(String job, long seed, Set<Long> partial, boolean toSelect, BooleanSupplier enough) {
        SelectorStore.Stored stored = models.load(job).withSeed(seed);
        Optional<LearnedSelector> known = stored.learned();
        BuildFeed.Plan plan = feed.plan(job, known);
        LearnedSelector selector =
                known.isPresent() && plan.anew().isEmpty() ? known.get() : LearnedSelector.empty(seed);
        boolean idle = toSelect ? stored.suspended().isPresent() : stored.suspendedByPerson();
        int done = 0;
        Iterator<BuildRecord> builds = feed.read(job, plan.news()).iterator();
        while (!idle && !enough.getAsBoolean() && builds.hasNext()) {
            BuildRecord build = builds.next();
            selector.learn(build, !partial.contains(build.build().id().number()));
            learned.run();
            done++;
        }
        return new UpToDate(stored, selector, plan, plan.news().size() - done, done);
    }

    /** Stores what a training learned. */
    TrainingReport store(String job, UpToDate now) throws IOException {
        if (now.done() == 0) {
            String why = now.stored()
                    .suspended()
                    .map(reason -> "Nothing was learned: " + reason + ".")
                    .orElse("There was nothing new to learn.");
            return new TrainingReport(job, 0, now.remaining(), now.stored().label(), false, why);
        }
        int remaining = now.remaining();
        ModelVersion version = models.add(
                job,
                SelectorJson.write(
                        now.selector(), provenance(now.selector(), now.plan().facts())),
                knows(now),
                now.selector().selector().watch().judge());
        String label = SelectorStore.PURPOSE + " " + version.describe();
        String sentence = "Learned from " + now.done() + " builds; " + label + " is "
                + version.state().name().toLowerCase(java.util.Locale.ROOT) + "."
                + (version.state() == ModelState.ACTIVE ? "" : " " + version.reason())
                + (remaining > 0 ? " " + remaining + " builds are left for the next time." : "")
                + now.plan().anew().map(why -> " It was learned anew: " + why).orElse("");
        return new TrainingReport(job, now.done(), remaining, label, true, sentence);
    }

    /** What a new version has learned, beside the one that it goes on from. */
    private static String knows(UpToDate now) {
        String builds = now.done() == 1 ? "1 build" : now.done() + " builds";
        boolean goesOn = now.stored().learned().isPresent() && now.plan().anew().isEmpty();
        return goesOn
                ? "It knows what the version before it knew, and " + builds + " more."
                : "It was learned from " + builds + ".";
    }

    Map<String, String> provenance(LearnedSelector selector, List<Build> facts) {
        Map<String, String> from = new LinkedHashMap<>();
        from.put("code_version", codeVersion);
        from.put("builds", String.valueOf(selector.builds().size()));
        from.put("failing_builds", String.valueOf(selector.selector().ranker().failingBuilds()));
        from.put(
                "share_of_own_model",
                String.valueOf(selector.selector().ranker().share()));
        selector.builds().keySet().stream()
                .mapToLong(Long::longValue)
                .min()
                .ifPresent(number -> from.put("oldest_build", String.valueOf(number)));
        selector.builds().keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .ifPresent(number -> from.put("newest_build", String.valueOf(number)));
        if (!facts.isEmpty()) {
            from.put("newest_start", facts.get(facts.size() - 1).started().toString());
        }
        return from;
    }
}
