package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name that may be absurdly long, such as that of a parameterized test with a whole document as its parameter. Of such a one
 * only the beginning is kept, and 16 hexadecimal digits of a digest of all of it that tell it from others.
 */
final class LongName {
    private static final int DIGEST_CHARS = 16;

    private final int longest;
    private final StringBuilder start = new StringBuilder();
    private MessageDigest digest;

    /** @param longest most characters of the name, more than the 17 of the mark */
    LongName(int longest) {
        this.longest = Math.max(longest, DIGEST_CHARS + 1);
    }

    void append(char[] characters, int from, int count) {
        if (digest == null && start.length() + count > longest) {
            digest = sha256();
            update(start.toString().toCharArray(), 0, start.length());
        }
        if (digest != null) {
            update(characters, from, count);
        }
        start.append(characters, from, Math.max(0, Math.min(count, longest - start.length())));
    }

    private void update(char[] characters, int from, int count) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) (characters[from + i] >>> 8);
            bytes[2 * i + 1] = (byte) characters[from + i];
        }
        digest.update(bytes);
    }

    /** The name without white space around it, or its beginning and the mark; to be asked once, when all is read. */
    String finish() {
        if (digest == null) {
            return start.toString().trim();
        }
        String mark = HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_CHARS);
        return start.substring(0, longest - DIGEST_CHARS - 1).trim() + "~" + mark;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
