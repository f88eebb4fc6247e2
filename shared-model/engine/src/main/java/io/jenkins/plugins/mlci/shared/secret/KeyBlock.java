package io.jenkins.plugins.mlci.shared.secret;

/** The lines of a private key in PEM. */
public final class KeyBlock {
    private static final int LONGEST_TITLE = 48;

    private KeyBlock() {}

    /** {@code -----BEGIN RSA PRIVATE KEY-----}. */
    public static boolean begins(byte[] bytes, int from, int end) {
        return Shapes.starts(bytes, from, end, "-----BEGIN") && mentions(bytes, from, end, "PRIVATE KEY");
    }

    /** A line with {@code -----END ...}. */
    public static boolean ends(byte[] bytes, int from, int end) {
        return mentions(bytes, from, end, "-----END ");
    }

    /** Base 64, or the headers of an old key, or an empty line. */
    public static boolean body(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            byte b = bytes[at];
            boolean base64 = Characters.letterOrDigit(b) || b == '+' || b == '/' || b == '=' || b == ' ';
            if (!base64 && b != ':' && b != '-' && b != ',') {
                return false;
            }
        }
        return true;
    }

    private static boolean mentions(byte[] bytes, int from, int end, String text) {
        int limit = Math.min(end, from + LONGEST_TITLE) - text.length();
        for (int at = from; at <= limit; at++) {
            if (Shapes.starts(bytes, at, end, text)) {
                return true;
            }
        }
        return false;
    }
}
