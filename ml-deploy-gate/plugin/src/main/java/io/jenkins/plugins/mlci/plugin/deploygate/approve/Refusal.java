package io.jenkins.plugins.mlci.plugin.deploygate.approve;

/** A decision that was not taken. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** The person may not. */
        NOT_ALLOWED,
        /** It was decided already, or this person approved already. */
        TOO_LATE,
        /** Something is missing in what was sent. */
        INCOMPLETE
    }

    private final Kind kind;

    Refusal(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind getKind() {
        return kind;
    }
}
