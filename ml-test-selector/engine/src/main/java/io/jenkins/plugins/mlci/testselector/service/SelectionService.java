package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Test selection over a history store: what the command line and the Jenkins plugin call. Whatever goes wrong in {@link
 * #select}, the answer is that all tests run, with the reason: a selection must never cost somebody a build.
 *
 * <p>What a job's selector has learned is stored in the history, in versions ({@link #learning}). A selection goes on from
 * there and learns only the builds since; where nothing usable is stored, it learns anew. Both give the same result.
 *
 * <p>Safe for use by several threads, as the store is.
 */
public final class SelectionService {
    /** How many of a job's latest decisions are asked whether they left tests out. */
    private static final int NEWEST_DECISIONS = 2 * BuildFeed.NEWEST_BUILDS;

    private final HistoryStore store;
    private final Clock clock;
    private final DecisionLog log;
    private final BuildFeed feed;
    private final SelectorLearning learning;

    /** Over a store, which stays the caller's to close. */
    public SelectionService(HistoryStore store, Clock clock) {
        this(store, clock, () -> {}, "unknown");
    }

    /**
     * The same for people who wait.
     *
     * @param learned is told after each build that was learned from
     * @param codeVersion the version of this code, for the provenance of what is stored
     */
    public SelectionService(HistoryStore store, Clock clock, Runnable learned, String codeVersion) {
        this.store = store;
        this.clock = clock;
        this.log = new DecisionLog(store.decisions());
        this.feed = new BuildFeed(store.builds());
        SelectorStore models = new SelectorStore(store.models(), clock);
        this.learning = new SelectorLearning(
                feed, models, new SelectorTraining(feed, models, learned, codeVersion), this::partialBuilds);
    }

    /** What is stored of a job's selector, and how it is kept up to date. */
    public SelectorLearning learning() {
        return learning;
    }

    /** The commit of the job's newest build that has one: what a change is compared with. */
    public Optional<String> reference(String job) {
        return new BuildFeed.Plan(
                        store.builds().list(BuildQuery.of(job).newest(BuildFeed.NEWEST_BUILDS)),
                        List.of(),
                        Optional.empty())
                .newestCommit();
    }

    /** Chooses the tests that a change must run. Does not throw for anything that history, model or change may hold. */
    public SelectionResult select(SelectionRequest request, ChangeSource source) {
        try {
            return selectOrThrow(request, source);
        } catch (HistoryException e) {
            return SelectionResult.everything(
                    request.job(), "the history cannot be read: " + e.getMessage(), List.of());
        } catch (RuntimeException e) {
            return SelectionResult.everything(request.job(), "selecting failed: " + e, List.of());
        }
    }

    /**
     * The same for somebody who only wants to know, and for whom running all tests is no answer.
     *
     * @throws HistoryException when the history cannot be read
     */
    public SelectionResult selectOrThrow(SelectionRequest request, ChangeSource source) {
        String job = request.job();
        Set<Long> partial = partialBuilds(job);
        SelectorTraining.UpToDate now = learning.forSelection(job, request.seed(), partial);
        List<Build> facts = now.plan().facts();
        if (facts.isEmpty()) {
            return SelectionResult.everything(
                    job, "the history has no builds of job " + job + " (it has " + jobs() + ")", List.of());
        }
        List<BuildRecord> recent = feed.recent(job, partial);
        List<TestId> tests = LivingTests.of(recent, partial);
        Optional<String> reference = now.plan().newestCommit();
        Change change = source.since(reference);
        List<ChangeSet> changes =
                change instanceof Change.Known known && !known.truncated() ? List.of(known.changes()) : List.of();
        TestSelector selector = now.selector().selector();
        TestSelection selection = selector.select(changes, tests, request.policy(), request.rules());
        DriftVerdict drift = selector.watch().judge();
        String all = now.stored().suspended().orElseGet(() -> whyAll(change, drift));
        List<String> notes = new ArrayList<>(now.stored().notes());
        if (drift.level() == DriftLevel.MOVED) {
            notes.addAll(drift.reasons());
        }
        return new SelectionResult(
                job,
                all.isEmpty() ? selection : selection.everything(all),
                changes,
                tests,
                reference,
                now.plan().anew().isPresent() ? "" : now.stored().label(),
                Optional.of(selector),
                notes);
    }

    /** Why all tests run because of the change or because the selector has lost its way, or the empty string. */
    private static String whyAll(Change change, DriftVerdict drift) {
        if (drift.level() == DriftLevel.BROKEN) {
            return "the watch does not trust the model: " + String.join(" ", drift.reasons());
        }
        if (change instanceof Change.Unknown unknown) {
            return unknown.reason();
        }
        Change.Known known = (Change.Known) change;
        if (known.truncated()) {
            return "the change is too large to be read whole";
        }
        return known.messages().stream().anyMatch(message -> message.mentions("[all tests]"))
                ? "a commit message asks for it ([all tests])"
                : "";
    }

    /** The builds in which a selection left tests out. */
    private Set<Long> partialBuilds(String job) {
        return log.newest(job, NEWEST_DECISIONS).stream()
                .filter(SelectionRecord::leftOut)
                .map(selection -> selection.build().number())
                .collect(Collectors.toSet());
    }

    private String jobs() {
        List<String> names = store.jobs().names();
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(5, names.size())));
    }

    /**
     * Keeps a decision, so that it can be judged when the build has ended. A second one for the same build and subject
     * replaces the first.
     *
     * @param build the build that asked; need not be recorded yet
     * @param subject what tells several selections of a build apart, such as a stage; usually empty
     * @param policy as it was written, for example {@code confidence:0.95}
     * @param enforced whether the skipped tests really stay out; false when the job only observes
     */
    public void decided(BuildId build, String subject, SelectionResult result, String policy, boolean enforced) {
        log.record(build, subject, result, policy, enforced, clock.instant());
    }

    /**
     * Corrects a decision that is kept, because it turned out later that all tests run: one of several places of a build could not
     * follow it. Does nothing where no such decision is kept.
     *
     * @param subject as it was decided
     * @param reason why all tests run
     */
    public void everythingRan(BuildId build, String subject, String reason) {
        log.everythingRan(build, subject, reason);
    }

    /** What was decided for a build, in the order in which it was decided; empty when nothing was. */
    public List<SelectionRecord> decisions(BuildId build) {
        return log.of(build);
    }

    /** The newest decisions of a job, newest first. */
    public List<SelectionRecord> newestDecisions(String job, int limit) {
        return log.newest(job, limit);
    }

    /** What the selections of a build were worth; empty when there was none or the build's results are not recorded. */
    public List<SelectionOutcome> outcomes(BuildId build) {
        Optional<BuildRecord> record = store.builds().find(build);
        if (record.isEmpty() || record.get().tests().isEmpty()) {
            return List.of();
        }
        return log.of(build).stream()
                .map(selection -> SelectionOutcome.of(selection, record.get()))
                .toList();
    }

    /** What selection did for a job over its newest builds. */
    public Impact impact(String job, int newestBuilds) {
        return new ImpactReader(store, log).read(job, newestBuilds);
    }
}
