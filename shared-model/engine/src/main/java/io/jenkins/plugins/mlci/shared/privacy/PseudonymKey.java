package io.jenkins.plugins.mlci.shared.privacy;

import java.security.SecureRandom;

/**
 * A secret key that turns people into pseudonyms.
 *
 * @param id number of the key in its file, at least 1
 * @param secret {@value #BYTES} random bytes
 */
record PseudonymKey(int id, byte[] secret) {
    static final int BYTES = 32;

    static PseudonymKey random(int id, SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new PseudonymKey(id, secret);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
