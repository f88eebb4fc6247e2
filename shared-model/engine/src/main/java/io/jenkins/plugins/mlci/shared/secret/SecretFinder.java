package io.jenkins.plugins.mlci.shared.secret;

/**
 * Finds the secrets of one line. Known shapes are found anywhere; passwords and tokens without a shape only behind a name that says so
 * ({@code password=}, {@code "token": }, {@code --secret }). One pass over the bytes. Not thread-safe.
 */
public final class SecretFinder {
    private static final int SHORTEST_SHAPE = 16;
    /** The dashes and the first word of a private key's first line. */
    private static final int SHORTEST_MARK = 10;

    private static final boolean[] NAME = names();

    private final Spans spans = new Spans();
    private final Assignment assignment;

    private SecretFinder(boolean anyValue) {
        assignment = new Assignment(anyValue);
    }

    /** Takes what stands behind a name for a secret only if it looks like one: where each find is an alarm. */
    public static SecretFinder careful() {
        return new SecretFinder(false);
    }

    /** Takes any value behind such a name for a secret: where hiding too much is the lesser evil. */
    public static SecretFinder wary() {
        return new SecretFinder(true);
    }

    /**
     * What is secret in a line.
     *
     * @return in order; valid until the next call
     */
    public Spans find(byte[] bytes, int start, int end) {
        spans.clear();
        search(bytes, start, end);
        return spans;
    }

    private void search(byte[] bytes, int start, int end) {
        int name = start;
        int at = start;
        while ((at = nameEnd(bytes, at, end)) < end) {
            if (at - name >= SHORTEST_SHAPE) {
                shape(bytes, name, at, end);
            }
            if (at - name >= SHORTEST_MARK && bytes[name] == '-' && KeyBlock.begins(bytes, name, end)) {
                spans.add(name, end, SecretKind.PRIVATE_KEY);
                return;
            }
            byte b = bytes[at];
            // A blank separates only an option from its value, and most blanks stand behind a word.
            if (b == '=' || b == ':' || b == ' ' && at > name && bytes[name] == '-') {
                separator(bytes, start, name, at, end);
            }
            at++;
            name = at;
        }
        if (at - name >= SHORTEST_SHAPE) {
            shape(bytes, name, at, end);
        }
    }

    private static int nameEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && NAME[bytes[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    private void shape(byte[] bytes, int from, int to, int end) {
        SecretKind kind = Shapes.kind(bytes, from, to, end);
        if (kind != null) {
            spans.add(from, Shapes.end(bytes, to, end, kind), kind);
        }
    }

    /** What stands behind {@code =}, {@code :} or, for options, a blank may be a secret if the name before it says so. */
    private void separator(byte[] bytes, int start, int name, int at, int end) {
        if (bytes[at] == ':' && at + 2 < end && bytes[at + 1] == '/' && bytes[at + 2] == '/') {
            int password = UrlPassword.find(bytes, at + 3, end);
            if (password > 0) {
                spans.add(password, UrlPassword.end(bytes, password, end), SecretKind.URL_PASSWORD);
            }
            return;
        }
        SecretKind kind = assignment.find(bytes, start, name, at, end);
        if (kind != null) {
            spans.add(assignment.from(), assignment.to(), kind);
        }
    }

    private static boolean[] names() {
        boolean[] names = new boolean[256];
        for (int b = 0; b < 128; b++) {
            names[b] = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '-';
        }
        return names;
    }
}
