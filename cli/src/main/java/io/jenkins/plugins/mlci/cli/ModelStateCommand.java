package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.registry.HistoryModelStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code mlci models rollback}, {@code suspend} and {@code resume} have in common: they change which version is in force. */
abstract class ModelStateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "SCOPE",
            description = "The job, or another scope as 'mlci models list' shows it.")
    private String scope;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = "test-selection",
            description = "What the model decides. Default: ${DEFAULT-VALUE}.")
    private String kind;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look later.")
    private String reason = "";

    ModelStateCommand(CommandContext context) {
        this.context = context;
    }

    /** Does it; returns the version that is in force then, empty when none is. */
    abstract Optional<ModelVersion> change(ModelRegistry registry, String purpose, Scope of, String why)
            throws IOException;

    @Override
    public Integer call() throws IOException {
        Scope of = ScopeText.read(scope).orElseGet(() -> Scope.job(scope));
        try (HistoryStore store = context.openExistingStore()) {
            ModelRegistry registry = new ModelRegistry(
                    new HistoryModelStore(store.models()), context.environment().clock());
            if (registry.list(kind, of).isEmpty()) {
                throw new CommandException(
                        ExitCode.NOT_FOUND,
                        "There is no model " + kind + " for " + of.describe()
                                + "; 'mlci models list' shows which there are.");
            }
            String why = reason.isBlank() ? "A person asked for it." : reason;
            Optional<ModelVersion> now = change(registry, kind, of, why);
            context.print(now.map(version -> kind + " " + version.describe() + " is in force now.")
                    .orElse("No version of " + kind + " for " + of.describe() + " is in force now"
                            + (registry.state(kind, of) == ModelState.SUSPENDED
                                    ? ": it is suspended until 'mlci models resume'."
                                    : ".")));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("scope", ScopeText.write(of));
            json.put("kind", kind);
            json.put("in_force", now.map(ModelVersion::number).orElse(null));
            json.put("state", registry.state(kind, of).name());
            context.json(json);
        }
        return ExitCode.OK.code();
    }

    /** {@code mlci models rollback}. */
    @Command(
            name = "rollback",
            description = "Suspend the version in force and go back to the one before. Where there is none before, the"
                    + " model decides nothing any more: all tests run.")
    static final class RollBack extends ModelStateCommand {
        RollBack(CommandContext context) {
            super(context);
        }

        @Override
        Optional<ModelVersion> change(ModelRegistry registry, String purpose, Scope of, String why) throws IOException {
            return registry.rollBack(purpose, of, why);
        }
    }

    /** {@code mlci models suspend}. */
    @Command(name = "suspend", description = "Take the version in force out of force: all tests run.")
    static final class Suspend extends ModelStateCommand {
        Suspend(CommandContext context) {
            super(context);
        }

        @Override
        Optional<ModelVersion> change(ModelRegistry registry, String purpose, Scope of, String why) throws IOException {
            registry.suspend(purpose, of, why);
            return Optional.empty();
        }
    }

    /** {@code mlci models resume}. */
    @Command(name = "resume", description = "Put the version back into force that was suspended last.")
    static final class Resume extends ModelStateCommand {
        Resume(CommandContext context) {
            super(context);
        }

        @Override
        Optional<ModelVersion> change(ModelRegistry registry, String purpose, Scope of, String why) throws IOException {
            Optional<ModelVersion> suspended = registry.list(purpose, of).stream()
                    .filter(version -> version.state() == ModelState.SUSPENDED)
                    .reduce((older, newer) -> newer);
            return suspended.isEmpty()
                    ? registry.active(purpose, of)
                    : Optional.of(registry.resume(suspended.get(), why));
        }
    }
}
