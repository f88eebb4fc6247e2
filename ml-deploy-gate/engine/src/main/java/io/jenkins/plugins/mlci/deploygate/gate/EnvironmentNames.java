package io.jenkins.plugins.mlci.deploygate.gate;

import java.util.List;
import java.util.Optional;

/** Notices a name of an environment that was probably meant otherwise: one that is written another way is another environment. */
public final class EnvironmentNames {
    private static final int NAMED = 5;

    private EnvironmentNames() {}

    /**
     * A sentence about a name that no deployment went to; empty where one did, or where none is known at all.
     *
     * @param name as it was given, without spaces around it
     * @param known the environments that were deployed into, sorted
     */
    public static Optional<String> remark(String name, List<String> known) {
        if (known.isEmpty() || known.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(known.stream()
                .filter(each -> each.strip().equalsIgnoreCase(name))
                .findFirst()
                .map(each -> "The environment " + name + " is not " + each
                        + ", which deployments went to: names count as they are written.")
                .orElseGet(() -> "No deployment into " + name + " is known, only into "
                        + String.join(", ", known.subList(0, Math.min(NAMED, known.size())))
                        + (known.size() > NAMED ? " and " + (known.size() - NAMED) + " more." : ".")));
    }
}
