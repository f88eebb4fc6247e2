package io.jenkins.plugins.mlci.shared.registry;

import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which version of a model is in force. A new version observes first; it comes into force when a comparison says that it
 * is not worse; the way back is one call. In force is the version that became active last.
 */
public final class ModelRegistry {
    private static final Comparator<ModelVersion> LATEST_CHANGE =
            Comparator.comparing(ModelVersion::changed).thenComparing(ModelVersion::number);

    private final ModelStore store;
    private final Clock clock;

    /** A registry over a store. */
    public ModelRegistry(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds a version that observes. */
    public ModelVersion propose(String purpose, Scope scope, PortableModel model) throws IOException {
        return store.insert(purpose, scope, clock.instant(), "It is new and observes.", ModelJson.write(model));
    }

    /**
     * Adds a version whose content is not one portable model alone, and puts it into force at once: for what only ever adds to
     * what the version before it knew. The version before it is retired.
     *
     * @param reason why it may come into force, a sentence
     */
    public ModelVersion install(String purpose, Scope scope, byte[] json, String reason) throws IOException {
        ModelVersion version = store.insert(purpose, scope, clock.instant(), "It is new.", json);
        return activateInsteadOf(active(purpose, scope), version, reason);
    }

    /** Adds a version that observes, whatever its content. */
    public ModelVersion propose(String purpose, Scope scope, byte[] json) throws IOException {
        return store.insert(purpose, scope, clock.instant(), "It is new and observes.", json);
    }

    /** The version in force of the scope itself; empty when none is. */
    public Optional<ModelVersion> active(String purpose, Scope scope) throws IOException {
        return list(purpose, scope).stream()
                .filter(version -> version.state() == ModelState.ACTIVE)
                .max(LATEST_CHANGE);
    }

    /** The content of a version as it was stored. */
    public byte[] content(ModelVersion version) throws IOException {
        return store.read(version);
    }

    /** Forgets what nobody goes back to: all but the newest versions; the one in force always stays. */
    public void keepNewest(String purpose, Scope scope, int keep) throws IOException {
        List<ModelVersion> versions = list(purpose, scope);
        for (ModelVersion version : versions.subList(0, Math.max(0, versions.size() - keep))) {
            if (version.state() != ModelState.ACTIVE) {
                store.delete(version);
            }
        }
    }

    /** Puts an observing version into force when the verdict allows it; else it goes on observing, with the reason. */
    public ModelVersion promote(ModelVersion candidate, Comparison.Verdict verdict) throws IOException {
        ModelVersion stored = find(candidate);
        if (stored.state() != ModelState.OBSERVING) {
            throw new IllegalStateException("Only a version that observes can come into force, but " + stored.describe()
                    + " is " + stored.state() + ".");
        }
        if (!verdict.notWorse()) {
            return store.setState(stored, ModelState.OBSERVING, clock.instant(), verdict.reason());
        }
        return activateInsteadOf(active(stored.purpose(), stored.scope()), stored, verdict.reason());
    }

    private ModelVersion activateInsteadOf(Optional<ModelVersion> before, ModelVersion candidate, String reason)
            throws IOException {
        ModelVersion after = activate(candidate, reason);
        if (before.isPresent()) {
            store.setState(
                    before.get(),
                    ModelState.RETIRED,
                    after.changed(),
                    "It gave way to version " + after.number() + ".");
        }
        return after;
    }

    /**
     * Suspends the version in force and puts the one before it back.
     *
     * @return the version that is in force now; empty when there is none to go back to, so that nothing is in force
     */
    public Optional<ModelVersion> rollBack(String purpose, Scope scope, String reason) throws IOException {
        Optional<ModelVersion> current = active(purpose, scope);
        Optional<ModelVersion> before = list(purpose, scope).stream()
                .filter(version -> version.state() == ModelState.RETIRED)
                .max(LATEST_CHANGE);
        if (current.isPresent()) {
            store.setState(current.get(), ModelState.SUSPENDED, clock.instant(), reason);
        }
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(activate(before.get(), "Rolled back to it: " + reason));
    }

    /** Takes the version in force out of force; empty when none was. */
    public Optional<ModelVersion> suspend(String purpose, Scope scope, String reason) throws IOException {
        Optional<ModelVersion> current = active(purpose, scope);
        return current.isEmpty()
                ? current
                : Optional.of(store.setState(current.get(), ModelState.SUSPENDED, clock.instant(), reason));
    }

    /** Puts a suspended version back into force, by the decision of a person. */
    public ModelVersion resume(ModelVersion version, String reason) throws IOException {
        ModelVersion stored = find(version);
        if (stored.state() != ModelState.SUSPENDED) {
            throw new IllegalStateException("Only a suspended version can be resumed, but " + stored.describe() + " is "
                    + stored.state() + ".");
        }
        return activate(stored, reason);
    }

    /** Where a scope stands by its own versions. */
    public ModelState state(String purpose, Scope scope) throws IOException {
        List<ModelVersion> versions = list(purpose, scope);
        for (ModelState state : List.of(ModelState.ACTIVE, ModelState.SUSPENDED, ModelState.OBSERVING)) {
            if (versions.stream().anyMatch(version -> version.state() == state)) {
                return state;
            }
        }
        return ModelState.COLLECTING;
    }

    /** All versions, rising by number. */
    public List<ModelVersion> list(String purpose, Scope scope) throws IOException {
        return store.list(purpose, scope);
    }

    /**
     * The model that decides for a scope: its own, or where it has none that can be used its next wider scope's. A
     * suspended scope borrows nothing: what was suspended must not come back through the parent.
     */
    public Optional<ModelInForce> inForce(String purpose, Scope scope) throws IOException {
        StringBuilder note = new StringBuilder();
        for (Optional<Scope> at = Optional.of(scope);
                at.isPresent();
                at = at.get().parent()) {
            Optional<ModelVersion> active = active(purpose, at.get());
            if (active.isPresent()) {
                try {
                    PortableModel model = load(active.get());
                    if (!at.get().equals(scope)) {
                        note.append("Borrowed from ")
                                .append(at.get().describe())
                                .append('.');
                    }
                    return Optional.of(new ModelInForce(model, active.get(), note.toString()));
                } catch (ModelFormatException | IOException e) {
                    note.append("Could not use ")
                            .append(active.get().describe())
                            .append(": ");
                    note.append(e.getMessage()).append(' ');
                    continue;
                }
            }
            ModelState state = state(purpose, at.get());
            if (state == ModelState.SUSPENDED) {
                return Optional.empty();
            }
            note.append("For ").append(at.get().describe()).append(" the model is still ");
            note.append(state == ModelState.OBSERVING ? "observing" : "collecting")
                    .append(". ");
        }
        return Optional.empty();
    }

    /** The content of any version. */
    public PortableModel load(ModelVersion version) throws IOException {
        return ModelJson.read(store.read(version));
    }

    private ModelVersion activate(ModelVersion version, String reason) throws IOException {
        Instant now = clock.instant();
        return store.setState(version, ModelState.ACTIVE, now, reason);
    }

    private ModelVersion find(ModelVersion version) throws IOException {
        return list(version.purpose(), version.scope()).stream()
                .filter(stored -> stored.number() == version.number())
                .findFirst()
                .orElseThrow(() -> new IOException("There is no " + version.describe() + "."));
    }
}
