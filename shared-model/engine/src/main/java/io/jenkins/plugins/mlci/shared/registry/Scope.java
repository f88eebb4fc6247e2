package io.jenkins.plugins.mlci.shared.registry;

import java.util.Optional;

/**
 * What a model is for: one job, a family of jobs (the folder that they are in, for example a multibranch project) or the
 * whole controller.
 *
 * @param kind how wide
 * @param name the job's or family's full name, parts parted by {@code /}; empty for the controller
 */
public record Scope(Kind kind, String name) {
    /** How wide a scope is. */
    public enum Kind {
        /** One job. */
        JOB,
        /** The jobs of one folder. */
        FAMILY,
        /** All jobs. */
        CONTROLLER
    }

    public Scope {
        if ((kind == Kind.CONTROLLER) != name.isEmpty()) {
            throw new IllegalArgumentException("A job or family needs a name, and the controller has none.");
        }
    }

    /** The whole controller. */
    public static Scope controller() {
        return new Scope(Kind.CONTROLLER, "");
    }

    /** One job. */
    public static Scope job(String fullName) {
        return new Scope(Kind.JOB, fullName);
    }

    /** The jobs of one folder. */
    public static Scope family(String fullName) {
        return new Scope(Kind.FAMILY, fullName);
    }

    /** The next wider scope to borrow from; none above the controller. */
    public Optional<Scope> parent() {
        if (kind == Kind.CONTROLLER) {
            return Optional.empty();
        }
        int end = name.lastIndexOf('/');
        return Optional.of(end > 0 ? family(name.substring(0, end)) : controller());
    }

    /** For a sentence, for example {@code job team/app}. */
    public String describe() {
        return switch (kind) {
            case JOB -> "job " + name;
            case FAMILY -> "job family " + name;
            case CONTROLLER -> "the whole controller";
        };
    }
}
