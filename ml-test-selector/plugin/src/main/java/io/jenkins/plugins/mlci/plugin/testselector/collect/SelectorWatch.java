package io.jenkins.plugins.mlci.plugin.testselector.collect;

import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelWatch;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether what test selection learned still keeps its promise, from the failing builds that the stored model was judged by. */
@Extension
public final class SelectorWatch implements ModelWatch {
    private static final Logger LOGGER = Logger.getLogger(SelectorWatch.class.getName());

    /** A version never changes, so it is read once. */
    private final Map<Scope, Judged> judged = new ConcurrentHashMap<>();

    private record Judged(long version, Optional<DriftVerdict> verdict) {}

    @Override
    public String purpose() {
        return "test-selection";
    }

    @Override
    public Optional<DriftVerdict> verdict(Scope scope) {
        return SharedHistory.get().registryIfAny().flatMap(registry -> verdict(scope, registry));
    }

    private Optional<DriftVerdict> verdict(Scope scope, ModelRegistry registry) {
        try {
            Optional<ModelVersion> version = shown(registry.list(purpose(), scope));
            if (version.isEmpty()) {
                judged.remove(scope);
                return Optional.empty();
            }
            Judged known = judged.get(scope);
            if (known == null || known.version() != version.get().number()) {
                known = new Judged(version.get().number(), judge(registry.content(version.get())));
                judged.put(scope, known);
            }
            return known.verdict();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The model of " + scope.describe() + " cannot be read now", e);
            return Optional.empty();
        }
    }

    /** The version in force, or the newest. */
    private static Optional<ModelVersion> shown(List<ModelVersion> versions) {
        return versions.stream()
                .max(Comparator.comparing((ModelVersion version) -> version.state() == ModelState.ACTIVE)
                        .thenComparing(ModelVersion::number));
    }

    /** Nothing is known of a version that this plugin cannot read; the page says why. */
    private static Optional<DriftVerdict> judge(byte[] content) {
        try {
            return Optional.of(SelectorJson.watch(content).judge());
        } catch (ModelFormatException e) {
            return Optional.empty();
        }
    }
}
