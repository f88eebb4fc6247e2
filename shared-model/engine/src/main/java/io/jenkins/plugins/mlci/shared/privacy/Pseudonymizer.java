package io.jenkins.plugins.mlci.shared.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns people into pseudonyms: HMAC-SHA-256 (RFC 2104) of the person under a secret key, the first {@value #DIGITS} hex digits.
 * The same person has the same pseudonym as long as the key is the same; without the key nobody can tell who it is, not even by
 * trying all known names. Safe for use by many threads.
 */
public final class Pseudonymizer {
    /** Length of a pseudonym in hex digits. */
    public static final int DIGITS = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final List<PseudonymKey> keys;

    Pseudonymizer(List<PseudonymKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The pseudonym of a person under the current key.
     *
     * @param person what identifies the person, best the e-mail address; case, surrounding blanks and the way in which accents
     *     are encoded do not matter
     * @throws IllegalArgumentException when it is blank: nobody is not a person
     */
    public String pseudonym(String person) {
        return pseudonym(keys.get(keys.size() - 1), person);
    }

    /** The pseudonyms of a person under all keys, the current one last. */
    public List<String> allPseudonyms(String person) {
        List<String> all = new ArrayList<>();
        keys.forEach(key -> all.add(pseudonym(key, person)));
        return all;
    }

    /** Id of the current key. */
    public int currentKey() {
        return keys.get(keys.size() - 1).id();
    }

    /** Ids of all keys, oldest first. */
    public List<Integer> keys() {
        return keys.stream().map(PseudonymKey::id).toList();
    }

    private static String pseudonym(PseudonymKey key, String person) {
        String same = Normalizer.normalize(person, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (same.isEmpty()) {
            throw new IllegalArgumentException("A person without a name has no pseudonym: leave the person out");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            byte[] digest = mac.doFinal(same.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
