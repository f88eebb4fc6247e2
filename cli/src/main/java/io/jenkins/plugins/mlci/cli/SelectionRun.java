package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Opens the history, selects and keeps the decision. Whatever goes wrong on the way, the answer is that all tests run, with
 * the reason: a selection must never cost somebody a build.
 */
final class SelectionRun {
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

    /** Selects, and keeps nothing. */
    SelectionResult run() {
        return run(Optional.empty());
    }

    /** Selects and keeps the decision for the build that is under way. */
    SelectionResult runAndKeep(boolean enforced) {
        return run(Optional.of(enforced));
    }

    private SelectionResult run(Optional<Boolean> keep) {
        Path repository = change.repository(context);
        change.requireOneReference();
        String job = build.job(context, repository);
        SelectionRequest request = SelectionRequest.of(job, policy.policy(), policy.rules());
        try (HistoryStore store = context.openExistingStore();
                Progress progress = context.progress("Learning from builds", 0)) {
            SelectionService service = new SelectionService(
                    store, context.environment().clock(), progress::step, VersionProvider.number());
            UnaryOperator<String> pseudonyms = context.pseudonyms();
            SelectionResult result = service.select(request, reference -> change.read(context, reference, pseudonyms));
            keep.ifPresent(enforced -> keep(store, service, result, enforced));
            return result;
        } catch (HistoryException | IOException e) {
            return everything(job, "the history cannot be read: " + e.getMessage());
        } catch (CommandException e) {
            if (e.exitCode() == ExitCode.USAGE) {
                throw e;
            }
            return everything(job, e.getMessage());
        }
    }

    private void keep(HistoryStore store, SelectionService service, SelectionResult result, boolean enforced) {
        try {
            long number = build.number(context).orElseGet(() -> next(store, result.job()));
            service.decided(new BuildId(result.job(), number), "", result, policy.text(), enforced);
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
