package io.jenkins.plugins.mlci.shared.secret;

/**
 * A value behind a name that says that it is secret: {@code password=x}, {@code "token": "x"}, {@code --secret x},
 * {@code Authorization: Bearer x}. The value must look like a secret too, for logs are full of {@code token: expected ';'}; unless
 * hiding too much is the lesser evil.
 */
final class Assignment {
    private static final String[] PASSWORDS = {"password", "passwd", "passphrase", "pwd", "passwort", "_pass"};
    private static final String[] TOKENS = {
        "token",
        "secret",
        "apikey",
        "api_key",
        "api-key",
        "access_key",
        "accesskey",
        "access-key",
        "secret_key",
        "secretkey",
        "secret-key",
        "private_key",
        "privatekey",
        "private-key",
        "auth_key",
        "authkey",
        "_auth",
        "accountkey",
        "signing_key",
        "encryption_key",
        "credential",
        "credentials"
    };

    /** By a pair of small letters: whether a word above ends with it. Most names are told by it. */
    private static final boolean[] LAST_TWO = lastTwo();

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_TOKEN = 12;
    /** Where a blank stands between name and value, prose is more likely. */
    private static final int SHORTEST_LOOSE_TOKEN = 16;

    private final boolean anyValue;
    private int from;
    private int to;

    /** {@code anyValue}: whether a value need not look like a secret. */
    Assignment(boolean anyValue) {
        this.anyValue = anyValue;
    }

    /** Where the value found last starts. */
    int from() {
        return from;
    }

    /** Where it ends. */
    int to() {
        return to;
    }

    /**
     * Looks at the value behind a separator.
     *
     * @param name where the name before the separator starts, if it stands right before it
     * @param at where the separator is: {@code =}, {@code :} or a blank
     * @return what it is; null if it is no secret
     */
    SecretKind find(byte[] bytes, int start, int name, int at, int end) {
        int nameEnd = at;
        int nameStart = name;
        if (nameStart == nameEnd && bytes[at] != ' ') {
            nameEnd = beforeQuote(bytes, start, at);
            nameStart = nameStart(bytes, start, nameEnd);
        }
        if (nameEnd - nameStart < SHORTEST_NAME || !endsLikeAName(bytes[nameEnd - 1])) {
            return null;
        }
        if (bytes[at] == ' ' && !option(bytes, nameStart)) {
            return null;
        }
        if (bytes[at] == ':' && ends(bytes, nameStart, withoutNumber(bytes, nameStart, nameEnd), "authorization")) {
            return authorization(bytes, at + 1, end);
        }
        int last = withoutNumber(bytes, nameStart, nameEnd);
        if (last - nameStart < SHORTEST_NAME || !LAST_TWO[pair(bytes[last - 2], bytes[last - 1])]) {
            return null;
        }
        boolean password = endsWithAny(bytes, nameStart, last, PASSWORDS);
        if (!password && !endsWithAny(bytes, nameStart, last, TOKENS)) {
            return null;
        }
        if (!value(bytes, at + 1, end)) {
            return null;
        }
        boolean tight = bytes[at] == '=' && at + 1 == from || bytes[at] == ' ';
        return secret(bytes, password, tight) ? password ? SecretKind.PASSWORD : SecretKind.TOKEN : null;
    }

    private boolean secret(byte[] bytes, boolean password, boolean tight) {
        if (anyValue) {
            return !Placeholders.isBlank(bytes, from, to);
        }
        int length = to - from;
        if (Placeholders.is(bytes, from, to) || path(bytes) || Characters.has(bytes, from, to, ' ')) {
            return false;
        }
        int classes = Characters.classes(bytes, from, to);
        boolean digit = Characters.hasDigit(bytes, from, to);
        if (password) {
            return tight
                    ? length >= SHORTEST_PASSWORD && classes >= 2 || length >= 4 && classes >= 3
                    : length >= SHORTEST_PASSWORD + 2 && digit && classes >= 2;
        }
        if (!tight && (length < SHORTEST_LOOSE_TOKEN || Characters.has(bytes, from, to, '.'))) {
            return false;
        }
        return length >= SHORTEST_TOKEN && digit && classes >= 2 && Characters.entropy(bytes, from, to) >= 3.0;
    }

    private boolean path(byte[] bytes) {
        byte first = bytes[from];
        if (first == '/' || first == '~' || first == '.' || first == '\\') {
            return true;
        }
        for (int at = from; at + 1 < to; at++) {
            if (bytes[at] == '(' && bytes[at + 1] == ')'
                    || bytes[at] == ':' && (bytes[at + 1] == '/' || bytes[at + 1] == ':')) {
                return true;
            }
        }
        return false;
    }

    private SecretKind authorization(byte[] bytes, int at, int end) {
        int scheme = blanks(bytes, at, end);
        int blank = scheme;
        while (blank < end && Characters.letterOrDigit(bytes[blank])) {
            blank++;
        }
        int rest = blank - scheme <= 8 ? blank : scheme;
        if (!value(bytes, rest, end) || to - from < SHORTEST_PASSWORD || Placeholders.is(bytes, from, to)) {
            return null;
        }
        return SecretKind.AUTHORIZATION;
    }

    /** Sets the bounds of the value that starts behind blanks and a quote. */
    private boolean value(byte[] bytes, int at, int end) {
        int start = blanks(bytes, at, end);
        if (start >= end || start - at > 2) {
            return false;
        }
        byte quote = bytes[start] == '"' || bytes[start] == '\'' ? bytes[start] : 0;
        from = quote == 0 ? start : start + 1;
        to = from;
        while (to < end && (quote == 0 ? plain(bytes[to]) : bytes[to] != quote)) {
            to++;
        }
        if (quote == 0) {
            while (to > from && (bytes[to - 1] == '.' || bytes[to - 1] == ':')) {
                to--;
            }
        }
        return to - from >= 4 && to - from <= 4096;
    }

    private boolean plain(byte b) {
        return (b > ' ' || anyValue && b < 0)
                && b != ','
                && b != ';'
                && b != '"'
                && b != '\''
                && b != '&'
                && b != ')'
                && b != '>'
                && b != ']'
                && b != '}';
    }

    private static int blanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Over blanks and a quote, backwards. */
    private static int beforeQuote(byte[] bytes, int start, int at) {
        int end = at;
        while (end > start && bytes[end - 1] == ' ' && at - end < 2) {
            end--;
        }
        return end > start && (bytes[end - 1] == '"' || bytes[end - 1] == '\'') ? end - 1 : end;
    }

    private static int nameStart(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start
                && (Characters.letterOrDigit(bytes[at - 1]) || bytes[at - 1] == '_' || bytes[at - 1] == '-')) {
            at--;
        }
        return at;
    }

    private static boolean endsLikeAName(byte b) {
        return Characters.letterOrDigit(b);
    }

    private static boolean option(byte[] bytes, int nameStart) {
        return bytes[nameStart] == '-' && bytes[nameStart + 1] == '-';
    }

    private static boolean[] lastTwo() {
        boolean[] pairs = new boolean[1024];
        for (String[] words : new String[][] {PASSWORDS, TOKENS}) {
            for (String word : words) {
                int length = word.length();
                pairs[pair((byte) word.charAt(length - 2), (byte) word.charAt(length - 1))] = true;
            }
        }
        return pairs;
    }

    /** The low five bits of both, which are the same for small and capital letters. */
    private static int pair(byte first, byte second) {
        return (first & 31) << 5 | second & 31;
    }

    private static boolean endsWithAny(byte[] bytes, int start, int end, String[] endings) {
        for (String ending : endings) {
            if (ends(bytes, start, end, ending)) {
                return true;
            }
        }
        return false;
    }

    /** A number may follow the word that tells. */
    private static int withoutNumber(byte[] bytes, int start, int end) {
        int last = end;
        while (last > start && bytes[last - 1] >= '0' && bytes[last - 1] <= '9') {
            last--;
        }
        return last;
    }

    /** Whether the name ends with the word, whatever the case of its letters. */
    private static boolean ends(byte[] bytes, int start, int end, String ending) {
        int at = end - ending.length();
        if (at < start) {
            return false;
        }
        // From the end, where most names differ at once.
        for (int i = ending.length() - 1; i >= 0; i--) {
            int b = bytes[at + i];
            int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
            if (lower != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
