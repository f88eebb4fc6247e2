package io.jenkins.plugins.mlci.plugin.deploygate.record;

import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.time.Instant;
import jenkins.model.Jenkins;

/** Who said something, when and why. */
public final class Say {
    /** Longest reason that is kept; what follows is cut off. */
    public static final int MAX_REASON = 2_000;

    private final String user;
    private final long time;
    private final String reason;

    /**
     * What a person said.
     *
     * @param user the id
     * @param reason may be empty; secrets in it are masked
     */
    public Say(String user, Instant time, String reason) {
        this.user = user;
        this.time = time.toEpochMilli();
        String plain = reason == null
                ? ""
                : SecretText.mask(reason.replaceAll("\\p{Cntrl}+", " ").strip());
        this.reason = plain.length() > MAX_REASON ? plain.substring(0, MAX_REASON) : plain;
    }

    /** The id of the user. */
    public String getUser() {
        return user;
    }

    /** Whether this person said it, by the rules of the security realm: in most, upper and lower case are the same. */
    public boolean isBy(String person) {
        return Jenkins.get().getSecurityRealm().getUserIdStrategy().equals(user, person);
    }

    public Instant getTime() {
        return Instant.ofEpochMilli(time);
    }

    /** One line; empty when none was given. */
    public String getReason() {
        return reason == null ? "" : reason;
    }
}
