package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReadChange;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReferenceSpec;
import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.plugin.testselector.report.Explanation;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionFacts;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.store.Histories;
import io.jenkins.plugins.mlci.plugin.testselector.store.SelectorDefaults;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the engine which tests a build must run, and keeps what becomes of its answer. */
final class Deciding {
    private static final int NEWEST_BUILDS = 1000;

    private final Run<?, ?> run;
    private final FilePath folder;
    private final String top;
    private final BuildConsole console;
    private ReferenceSpec compared = ReferenceSpec.latest(Optional.empty());
    private boolean interrupted;

    Deciding(Run<?, ?> run, FilePath folder, String top, BuildConsole console) {
        this.run = run;
        this.folder = folder;
        this.top = top;
        this.console = console;
    }

    /**
     * Decides; keeps nothing yet.
     *
     * @throws IllegalArgumentException with a sentence when an option makes no sense
     * @throws io.jenkins.plugins.mlci.shared.history.HistoryException with a sentence when the history cannot be used
     */
    Decided decide(SelectionOptions options) throws InterruptedException {
        PolicyConfig policy = options.getPolicy() == null ? SelectorDefaults.policy() : options.getPolicy();
        boolean observe = mode(options) == Mode.OBSERVE;
        HistoryStore store = Histories.open();
        Baseline baseline = Baseline.of(run.getParent(), options, job -> hasBuilds(store, job));
        SelectionRequest request =
                SelectionRequest.of(baseline.job(), policy.policy(), rules(options, store, baseline));
        SelectionService service = new SelectionService(store, Clock.systemUTC());
        SelectionResult result = service.select(request, latest -> change(baseline, latest));
        if (interrupted) {
            throw new InterruptedException("stopped while the change was read");
        }
        console.remarks(result.notes());
        return new Decided(result, policy, observe, referenceBuild(store, baseline));
    }

    /**
     * Keeps what really becomes of a decision, so that it is judged when the build has ended.
     *
     * @param enforced whether the runner's files say it
     */
    void keep(SelectionOptions options, Decided decided, boolean enforced) {
        service()
                .decided(
                        build(),
                        options.getId(),
                        decided.result(),
                        decided.policy().text(),
                        enforced);
    }

    /** Corrects what another place of this build kept: all tests run. */
    void keepEverything(SelectionOptions options, String because) {
        service().everythingRan(build(), options.getId(), because);
    }

    /** What the pages show of a decision. */
    SelectionReport report(SelectionOptions options, Decided decided) {
        SelectionResult result = decided.result();
        return SelectionReport.of(facts(options, decided), result.changes(), Explanation.rows(result));
    }

    private SelectionService service() {
        return new SelectionService(Histories.open(), Clock.systemUTC());
    }

    private BuildId build() {
        return new BuildId(run.getParent().getFullName(), run.getNumber());
    }

    private static Mode mode(SelectionOptions options) {
        if (options.getMode().isEmpty()) {
            return SelectorDefaults.mode();
        }
        return Mode.named(options.getMode())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the mode \"" + options.getMode() + "\" is not known; write enforce or observe"));
    }

    private static boolean hasBuilds(HistoryStore store, String job) {
        return !store.builds().list(BuildQuery.of(job).newest(1)).isEmpty();
    }

    /** Where the history of another branch decides, what failed last in this job itself must run as well. */
    private Rules rules(SelectionOptions options, HistoryStore store, Baseline baseline) {
        List<String> mustRun = new ArrayList<>(options.getMustRun());
        String own = run.getParent().getFullName();
        if (!baseline.job().equals(own)) {
            store.builds().read(BuildQuery.of(own).newest(1)).forEach(build -> build.tests().stream()
                    .filter(outcome -> outcome.outcome().isFailure())
                    .map(TestOutcome::test)
                    .forEach(test -> mustRun.add(
                            test.method().isEmpty() ? test.className() : test.className() + "#" + test.method())));
        }
        return new Rules(mustRun, options.getForceAllOn(), options.getFullEvery(), SelectorDefaults.leastBuilds());
    }

    private Change change(Baseline baseline, Optional<String> latest) {
        compared = baseline.fixed().orElseGet(() -> ReferenceSpec.latest(latest));
        try {
            return ReadChange.in(folder, top, compared, Histories.pseudonyms());
        } catch (IOException e) {
            return new Change.Unknown("The change could not be read from the workspace: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            interrupted = true;
            return new Change.Unknown("The build was stopped.");
        }
    }

    /** The build whose commit was compared with; 0 when it is none that is known. */
    private long referenceBuild(HistoryStore store, Baseline baseline) {
        return store.builds().list(BuildQuery.of(baseline.job()).newest(NEWEST_BUILDS)).stream()
                .filter(build -> compared.kind() == ReferenceSpec.Kind.COMMIT
                        && build.commit().equals(compared.name()))
                .map(Build::id)
                .mapToLong(BuildId::number)
                .max()
                .orElse(0);
    }

    private SelectionFacts facts(SelectionOptions options, Decided decided) {
        SelectionResult result = decided.result();
        long build = decided.referenceBuild();
        ChangeSet change =
                result.changes().isEmpty() ? ChangeSet.EMPTY : result.changes().get(0);
        String reference =
                result.changes().isEmpty() ? "" : compared.inWords() + (build > 0 ? " of build " + build : "");
        return new SelectionFacts(
                options.getId(),
                Instant.now(),
                decided.observe(),
                result.selection().all(),
                sentence(result.selection().reason()),
                decided.policy().text(),
                options.getRunner().spec().symbol(),
                result.job().equals(run.getParent().getFullName()) ? "" : result.job(),
                reference,
                build,
                change.fromCommit(),
                change.toCommit(),
                change.files().size(),
                result.model(),
                result.selection().expectedKept(),
                result.selection().guaranteed(),
                result.selection().evidenceBuilds());
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
