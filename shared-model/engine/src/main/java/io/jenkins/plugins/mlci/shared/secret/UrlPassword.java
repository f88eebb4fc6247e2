package io.jenkins.plugins.mlci.shared.secret;

/** {@code https://user:password@host}. */
final class UrlPassword {
    private static final int SHORTEST = 3;

    private UrlPassword() {}

    /** Where the password starts in the address whose host or user starts at {@code from}; -1 if there is none. */
    static int find(byte[] bytes, int from, int end) {
        int colon = -1;
        for (int at = from; at < end; at++) {
            byte b = bytes[at];
            if (b == '@') {
                return colon > from && at - colon > SHORTEST && !Placeholders.is(bytes, colon + 1, at) ? colon + 1 : -1;
            }
            if (b == ':' && colon < 0) {
                colon = at;
            } else if (b <= ' ' || b == '/' || b == '?' || b == '#' || b == '"' || b == '\'' || b == '<' || b == '>') {
                return -1;
            }
        }
        return -1;
    }

    /** Behind the last byte of the password. */
    static int end(byte[] bytes, int password, int end) {
        int at = password;
        while (at < end && bytes[at] != '@') {
            at++;
        }
        return at;
    }
}
