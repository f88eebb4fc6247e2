package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.ChangeSource;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens the history, selects and keeps the decision. Whatever goes wrong on the way of a selection that counts, the answer is
 * that all tests run, with the reason: a selection must never cost somebody a build.
 */
final class SelectionRun {
    /** Lets a selection be, and says what really becomes of it. */
    interface Enforcement {
        Enforced enforce(SelectionResult selected);
    }

    /**
     * What became of a selection.
     *
     * @param result the tests that really run and stay out
     * @param enforced whether the skipped tests really stay out
     */
    record Enforced(SelectionResult result, boolean enforced) {}

    private final CommandContext context;
    private final BuildOptions build;
    private final ChangeOptions change;
    private final PolicyOptions policy;

    SelectionRun(CommandContext context, BuildOptions build, ChangeOptions change, PolicyOptions policy) {
        this.context = context;
        this.build = build;
        this.change = change;
        this.policy = policy;
    }

    /**
     * Selects for somebody who only wants to know, and keeps nothing.
     *
     * @throws HistoryException when the history cannot be read
     * @throws CommandException when there is no history yet, or the command line is wrong
     */
    SelectionResult run() throws IOException {
        return run((store, service, source) -> service.selectOrThrow(request(), source));
    }

    /** Selects, lets it be, and keeps for the build that is under way what became of it. */
    SelectionResult runAndKeep(Enforcement enforcement) {
        String problem;
        try {
            return run((store, service, source) -> {
                Enforced real = enforcement.enforce(service.select(request(), source));
                keep(store, service, real);
                return real.result();
            });
        } catch (HistoryException | IOException e) {
            problem = "the history cannot be read: " + e.getMessage();
        } catch (CommandException e) {
            if (e.exitCode() == ExitCode.USAGE) {
                throw e;
            }
            problem = e.getMessage();
        }
        return enforcement.enforce(everything(request().job(), problem)).result();
    }

    /** What is done with the open history. */
    private interface Work {
        SelectionResult with(HistoryStore store, SelectionService service, ChangeSource source);
    }

    private SelectionResult run(Work work) throws IOException {
        change.requireOneReference();
        request();
        try (HistoryStore store = context.openExistingStore();
                Progress progress = context.progress("Learning from builds", 0)) {
            SelectionService service = new SelectionService(
                    store, context.environment().clock(), progress::step, VersionProvider.number());
            UnaryOperator<String> pseudonyms = context.pseudonyms();
            return work.with(store, service, reference -> change.read(context, reference, pseudonyms));
        }
    }

    private SelectionRequest request() {
        return SelectionRequest.of(build.job(context, change.repository(context)), policy.policy(), policy.rules());
    }

    private void keep(HistoryStore store, SelectionService service, Enforced real) {
        SelectionResult result = real.result();
        try {
            long number = build.number(context).orElseGet(() -> next(store, result.job()));
            service.decided(new BuildId(result.job(), number), "", result, policy.text(), real.enforced());
        } catch (HistoryException e) {
            context.remark("The decision could not be kept: " + e.getMessage());
        }
    }

    private static long next(HistoryStore store, String job) {
        return 1
                + store.builds().list(BuildQuery.of(job).includingExcluded()).stream()
                        .map(Build::id)
                        .mapToLong(BuildId::number)
                        .max()
                        .orElse(0);
    }

    private static SelectionResult everything(String job, String reason) {
        TestSelection all = new TestSelection(List.of(), true, reason, Double.NaN, Double.NaN, 0);
        return new SelectionResult(job, all, List.of(), List.of(), Optional.empty(), "", Optional.empty(), List.of());
    }
}
