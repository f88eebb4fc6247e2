package io.jenkins.plugins.mlci.logscan.template;

/**
 * Cuts a line into tokens and puts wildcards in the place of what looks like a value: numbers and whatever holds a digit, paths, dotted
 * names, addresses, long hexadecimal words. One pass from left to right over the bytes. {@link TokenReducer} looks at neighbours.
 */
final class TokenReader {
    private static final byte OTHER = 0;
    private static final byte BLANK = 1;
    private static final byte LETTER = 2;
    private static final byte HEX_LETTER = 3;
    private static final byte DIGIT = 4;
    /** Stands inside a name or a number: {@code _ - @ % + ~ $ # *}. */
    private static final byte JOINT = 5;

    private static final byte DOT = 6;
    private static final byte SLASH = 7;
    private static final byte COLON = 8;
    /** Chunks without one of these are one plain token. */
    private static final int STRUCTURE = 1 << DOT | 1 << SLASH | 1 << COLON;

    private static final int LETTERS = 1 << LETTER | 1 << HEX_LETTER;
    private static final byte[] CLASS = classes();

    private static final int SHORTEST_HEX_WORD = 8;
    /** A thread's name between brackets is not longer. */
    private static final int LONGEST_THREAD = 160;

    private static final int HEADER_TOKENS = 12;

    private final Tokens tokens;
    private final TokenReducer reducer;

    TokenReader(Tokens tokens) {
        this.tokens = tokens;
        this.reducer = new TokenReducer(tokens);
    }

    /** Fills the tokens from the bytes {@code start} to {@code end}. */
    void read(byte[] bytes, int start, int end) {
        tokens.clear(bytes);
        int at = start;
        while (at < end && !tokens.full()) {
            byte kind = CLASS[bytes[at] & 0xFF];
            if (kind == BLANK) {
                do {
                    at++;
                } while (at < end && CLASS[bytes[at] & 0xFF] == BLANK);
                reducer.space(at);
            } else if (kind == OTHER) {
                at = mark(bytes, at, end);
            } else if (kind == DOT && at + 1 < end && bytes[at + 1] == '.') {
                int dots = at;
                while (at < end && bytes[at] == '.') {
                    at++;
                }
                reducer.mark(dots, at);
            } else {
                at = chunk(bytes, at, end);
            }
        }
        reducer.finish();
    }

    private int mark(byte[] bytes, int at, int end) {
        if (bytes[at] == '[' && tokens.count <= HEADER_TOKENS && reducer.behindLevel()) {
            int close = closing(bytes, at, end);
            if (close > at + 1) {
                reducer.mark(at, at + 1);
                reducer.wild(at + 1, close);
                return close;
            }
        }
        if (bytes[at] == '?' && tokens.is(1, Tokens.WILD)) {
            return query(bytes, at, end);
        }
        reducer.mark(at, at + 1);
        return at + 1;
    }

    /** Where the bracket at {@code at} is closed, -1 if it is not. */
    private static int closing(byte[] bytes, int at, int end) {
        int limit = Math.min(end, at + LONGEST_THREAD);
        int depth = 0;
        for (int i = at; i < limit; i++) {
            if (bytes[i] == '[') {
                depth++;
            } else if (bytes[i] == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The query of an address belongs to it. */
    private static int query(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end
                && bytes[at] != ' '
                && bytes[at] != '"'
                && bytes[at] != '\''
                && bytes[at] != ')'
                && bytes[at] != '>') {
            at++;
        }
        return at;
    }

    /** A run of what names, numbers and paths are made of. */
    private int chunk(byte[] bytes, int start, int end) {
        int at = start;
        int kinds = 0;
        while (at < end) {
            byte kind = CLASS[bytes[at] & 0xFF];
            if (kind <= BLANK || kind == DOT && at + 1 < end && bytes[at + 1] == '.') {
                break;
            }
            kinds |= 1 << kind;
            at++;
        }
        if ((kinds & STRUCTURE) == 0) {
            plain(start, at, kinds);
            return at;
        }
        int core = at;
        while (core > start && (bytes[core - 1] == '.' || bytes[core - 1] == ':')) {
            core--;
        }
        if (core > start) {
            parts(bytes, start, core);
        }
        if (core < at) {
            reducer.mark(core, at);
        }
        return at;
    }

    /** A token of letters, digits and joints, by the kinds of its bytes: most are. */
    private void plain(int from, int to, int kinds) {
        if ((kinds & 1 << DIGIT) != 0) {
            reducer.wild(from, to);
        } else if ((kinds & LETTERS) == 0) {
            reducer.mark(from, to);
        } else if (kinds == 1 << HEX_LETTER && to - from >= SHORTEST_HEX_WORD) {
            reducer.wild(from, to);
        } else {
            reducer.word(from, to);
        }
    }

    /** {@code key:value:value} falls into its parts, anything else is one token. */
    private void parts(byte[] bytes, int start, int end) {
        int from = start;
        while (true) {
            int colon = key(bytes, from, end);
            if (colon < 0) {
                one(bytes, from, end);
                return;
            }
            reducer.word(from, colon);
            reducer.mark(colon, colon + 1);
            from = colon + 1;
        }
    }

    /** Where the colon behind a key is; -1 if there is none with a value behind it. */
    private static int key(byte[] bytes, int from, int end) {
        int at = from;
        boolean hex = true;
        while (at < end) {
            byte kind = CLASS[bytes[at] & 0xFF];
            if (kind != LETTER && kind != HEX_LETTER && bytes[at] != '_' && bytes[at] != '-') {
                break;
            }
            hex &= kind == HEX_LETTER;
            at++;
        }
        int length = at - from;
        if (at + 1 >= end || bytes[at] != ':' || length < 2 || length == 2 && hex) {
            return -1;
        }
        byte next = bytes[at + 1];
        return next == '/' || next == '\\' || next == ':' ? -1 : at;
    }

    private void one(byte[] bytes, int from, int to) {
        boolean named = false;
        boolean hex = true;
        int dots = 0;
        int slashes = 0;
        int segments = 0;
        boolean inSegment = false;
        for (int at = from; at < to; at++) {
            byte kind = CLASS[bytes[at] & 0xFF];
            if (kind == DIGIT) {
                reducer.wild(from, to);
                return;
            }
            boolean slash = kind == SLASH;
            segments += !slash && !inSegment ? 1 : 0;
            inSegment = !slash;
            slashes += slash ? 1 : 0;
            dots += kind == DOT ? 1 : 0;
            hex &= kind == HEX_LETTER;
            named |= kind == LETTER || kind == HEX_LETTER;
        }
        if (!named) {
            reducer.mark(from, to);
        } else if (slashes > 0 && (slashes > 1 || segments > 2 || dots > 0 || leadsPath(bytes[from]))
                || dots > 1
                || hex && to - from >= SHORTEST_HEX_WORD) {
            reducer.wild(from, to);
        } else {
            reducer.word(from, to);
        }
    }

    private static boolean leadsPath(byte b) {
        return b == '/' || b == '\\' || b == '~';
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int b = 0; b < 256; b++) {
            if (b == ' ' || b == '\t') {
                classes[b] = BLANK;
            } else if (b >= '0' && b <= '9') {
                classes[b] = DIGIT;
            } else if (b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F') {
                classes[b] = HEX_LETTER;
            } else if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80) {
                classes[b] = LETTER;
            } else if ("_-@%+~$#*".indexOf(b) >= 0) {
                classes[b] = JOINT;
            } else if (b == ':') {
                classes[b] = COLON;
            } else if (b == '.') {
                classes[b] = DOT;
            } else if (b == '/' || b == '\\') {
                classes[b] = SLASH;
            }
        }
        return classes;
    }
}
