package io.jenkins.plugins.mlci.shared.registry;

import java.util.Locale;
import java.util.Optional;

/** A scope as one line of text, for example {@code job:team/app}, {@code family:team}, {@code controller}. */
public final class ScopeText {
    private static final String CONTROLLER = "controller";

    private ScopeText() {}

    /** The text of a scope; {@link #read} turns it back. */
    public static String write(Scope scope) {
        return scope.kind() == Scope.Kind.CONTROLLER
                ? CONTROLLER
                : scope.kind().name().toLowerCase(Locale.ROOT) + ":" + scope.name();
    }

    /** The scope that a text names; empty when it names none. */
    public static Optional<Scope> read(String text) {
        if (text.equals(CONTROLLER)) {
            return Optional.of(Scope.controller());
        }
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        if (colon < 0 || name.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon)) {
            case "job" -> Optional.of(Scope.job(name));
            case "family" -> Optional.of(Scope.family(name));
            default -> Optional.empty();
        };
    }
}
