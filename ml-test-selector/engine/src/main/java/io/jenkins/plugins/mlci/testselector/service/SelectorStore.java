package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.registry.HistoryModelStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The stored selectors of a history: one for each job, in versions. */
final class SelectorStore {
    /** What these models decide. */
    static final String PURPOSE = DecisionLog.KIND;

    /** The version in force and those that a rollback can go back to. */
    private static final int KEPT = 3;

    /** How the reason begins when the watch has suspended a version. */
    static final String BY_WATCH = "The watch has suspended it";

    private final ModelRegistry registry;

    SelectorStore(ModelTable models, Clock clock) {
        registry = new ModelRegistry(new HistoryModelStore(models), clock);
    }

    /**
     * What is stored for a job.
     *
     * @param learned the selector of the version in force; empty when there is none that can be used
     * @param version the version in force
     * @param suspended why nothing may be selected; empty when it may
     * @param notes what a person should know
     */
    record Stored(
            Optional<LearnedSelector> learned,
            Optional<ModelVersion> version,
            Optional<String> suspended,
            List<String> notes) {
        /** Whether a person suspended it, so that only a person puts it back. */
        boolean suspendedByPerson() {
            return suspended.isPresent() && !suspendedByWatch();
        }

        boolean suspendedByWatch() {
            return suspended.isPresent() && suspended.get().contains(BY_WATCH);
        }

        /** The version as decisions name it; empty when there is none. */
        String label() {
            return version.map(v -> PURPOSE + " " + v.describe()).orElse("");
        }
    }

    /** Never fails because of what is stored: what cannot be read is said, and learned anew. */
    Stored load(String job) {
        Scope scope = Scope.job(job);
        try {
            Optional<ModelVersion> version = registry.active(PURPOSE, scope);
            if (version.isPresent()) {
                return read(version.get());
            }
            Stored suspended = new Stored(Optional.empty(), version, suspension(scope), List.of());
            Optional<ModelVersion> newest =
                    registry.list(PURPOSE, scope).stream().reduce((older, newer) -> newer);
            // What the watch has suspended goes on learning, so that it can come back.
            return suspended.suspendedByWatch() && newest.isPresent()
                    ? new Stored(read(newest.get()).learned(), version, suspended.suspended(), List.of())
                    : suspended;
        } catch (IOException e) {
            return anew("The stored models cannot be read: " + e.getMessage() + ".");
        }
    }

    private Stored read(ModelVersion version) {
        try {
            LearnedSelector learned = SelectorJson.read(registry.content(version));
            return new Stored(Optional.of(learned), Optional.of(version), Optional.empty(), List.of());
        } catch (ModelFormatException | IOException e) {
            return anew("The stored model, " + version.describe() + ", cannot be used, so this learns anew: "
                    + e.getMessage());
        }
    }

    private static Stored anew(String note) {
        return new Stored(Optional.empty(), Optional.empty(), Optional.empty(), List.of(note));
    }

    private Optional<String> suspension(Scope scope) throws IOException {
        if (registry.state(PURPOSE, scope) != ModelState.SUSPENDED) {
            return Optional.empty();
        }
        return registry.list(PURPOSE, scope).stream()
                .filter(version -> version.state() == ModelState.SUSPENDED)
                .reduce((older, newer) -> newer)
                .map(version -> "the model is suspended (" + version.reason() + ")");
    }

    /**
     * Puts a new version into force. One that the watch finds broken is suspended at once, and only observes while the job is
     * suspended already; the first that is not broken comes into force again.
     */
    ModelVersion add(String job, byte[] json, String reason, DriftVerdict verdict) throws IOException {
        Scope scope = Scope.job(job);
        boolean broken = verdict.level() == DriftLevel.BROKEN;
        ModelVersion version;
        if (broken
                && registry.active(PURPOSE, scope).isEmpty()
                && suspension(scope).isPresent()) {
            version = registry.propose(PURPOSE, scope, json);
        } else {
            version = registry.install(PURPOSE, scope, json, reason);
            if (broken) {
                version = registry.suspend(PURPOSE, scope, BY_WATCH + ": " + String.join(" ", verdict.reasons()))
                        .orElse(version);
            }
        }
        registry.keepNewest(PURPOSE, scope, KEPT);
        return version;
    }

    /** Takes the version in force out of force; empty when none was. */
    Optional<ModelVersion> suspend(String job, String reason) throws IOException {
        return registry.suspend(PURPOSE, Scope.job(job), reason);
    }

    /** Puts the suspended version back that was in force last; empty when none is suspended. */
    Optional<ModelVersion> resume(String job, String reason) throws IOException {
        Optional<ModelVersion> last = registry.list(PURPOSE, Scope.job(job)).stream()
                .filter(version -> version.state() == ModelState.SUSPENDED)
                .reduce((older, newer) -> newer);
        return last.isEmpty() ? last : Optional.of(registry.resume(last.get(), reason));
    }

    /** Suspends the version in force and goes back to the one before; empty when there is none before. */
    Optional<ModelVersion> rollBack(String job, String reason) throws IOException {
        return registry.rollBack(PURPOSE, Scope.job(job), reason);
    }

    String describe(ModelVersion version) throws IOException {
        return SelectorJson.describe(registry.content(version)).toString();
    }

    List<ModelVersion> versions(String job) throws IOException {
        return registry.list(PURPOSE, Scope.job(job));
    }
}
