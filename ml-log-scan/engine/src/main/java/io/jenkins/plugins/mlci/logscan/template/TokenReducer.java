package io.jenkins.plugins.mlci.logscan.template;

/**
 * Takes tokens one by one and looks at the ones before, so that lines that differ only in how their values are written get the same
 * tokens: a number loses its sign and its unit, {@code Sun Jul 10} is one value, {@code LOCAL(0)} too, a list of values is one value,
 * an empty bracket holds a value.
 */
final class TokenReducer {
    private static final int CALENDAR = Lexicon.MONTH | Lexicon.DAY | Lexicon.ZONE;

    private final Tokens tokens;
    /** Whether the last word says that a value comes next. */
    private boolean valueNext;
    /** Whether the last token is a wildcard for several values. */
    private boolean list;

    TokenReducer(Tokens tokens) {
        this.tokens = tokens;
    }

    void space(int at) {
        if (tokens.count > 0 && !tokens.is(1, Tokens.SPACE)) {
            resolvePlaceholder();
            tokens.add(Tokens.SPACE, at - 1, at);
        }
    }

    /** A dash alone, where a value could stand, is a value that is missing. */
    private void resolvePlaceholder() {
        boolean dash = tokens.isMark(1, '-');
        if (dash && (tokens.isMark(2, '[') || tokens.is(2, Tokens.SPACE) && tokens.is(3, Tokens.WILD))) {
            int from = tokens.from[tokens.count - 1];
            tokens.drop(1);
            wild(from, from + 1);
        }
    }

    void mark(int from, int to) {
        int c = to - from == 1 ? tokens.bytes[from] : 0;
        if (c == ')') {
            if (tokens.is(1, Tokens.SPACE) && tokens.isMark(2, '(')) {
                tokens.drop(1);
            }
            if (tokens.isMark(1, '(') && tokens.is(2, Tokens.SPACE)) {
                tokens.add(Tokens.WILD, from, from);
            }
            if (instance()) {
                int start = tokens.from[tokens.count - 3];
                tokens.drop(3);
                wild(start, to);
                return;
            }
        } else if (c == ']') {
            resolvePlaceholder();
        }
        valueNext = false;
        tokens.add(Tokens.MARK, from, to);
    }

    /** {@code LOCAL(0)}: a name with a number in brackets. */
    private boolean instance() {
        return !list
                && tokens.is(1, Tokens.WILD)
                && tokens.isMark(2, '(')
                && tokens.is(3, Tokens.WORD)
                && plainWord(tokens.from[tokens.count - 3], tokens.to[tokens.count - 3]);
    }

    private boolean plainWord(int from, int to) {
        for (int at = from; at < to; at++) {
            int b = tokens.bytes[at] | 0x20;
            if ((b < 'a' || b > 'z') && tokens.bytes[at] != '_') {
                return false;
            }
        }
        return true;
    }

    void word(int from, int to) {
        int kinds = to - from <= 8 ? Lexicon.kinds(tokens.bytes, from, to) : 0;
        if ((kinds & Lexicon.UNIT) != 0 && unit()) {
            return;
        }
        if ((kinds & CALENDAR) != 0 && endsDate(from, to)) {
            return;
        }
        if (valueNext && tokens.is(1, Tokens.SPACE) || valueOfKey(from, to)) {
            wild(from, to);
            return;
        }
        valueNext = (kinds & Lexicon.INTRODUCES_VALUE) != 0;
        tokens.add(Tokens.WORD, from, to);
    }

    /** {@code rhost=example.org}: what has a dot and stands behind an equals sign is a value. */
    private boolean valueOfKey(int from, int to) {
        if (!tokens.isMark(1, '=') || !tokens.is(2, Tokens.WORD)) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (tokens.bytes[at] == '.') {
                return true;
            }
        }
        return false;
    }

    /** Drops a unit behind a number, with the space between. */
    private boolean unit() {
        if (tokens.is(1, Tokens.WILD)) {
            return true;
        }
        if (tokens.is(1, Tokens.SPACE) && tokens.is(2, Tokens.WILD)) {
            tokens.drop(1);
            return true;
        }
        return false;
    }

    /** A weekday, month or zone is part of a date if a value stands before it. If one stands behind it, {@link #wild} takes it. */
    private boolean endsDate(int from, int to) {
        if (!capital(from)) {
            return false;
        }
        int before = tokens.is(1, Tokens.SPACE) || tokens.isMark(1, ',') ? 2 : 1;
        if (!tokens.is(before, Tokens.WILD)) {
            return false;
        }
        wild(from, to);
        return true;
    }

    private boolean capital(int at) {
        byte b = tokens.bytes[at];
        return b >= 'A' && b <= 'Z';
    }

    void wild(int from, int to) {
        valueNext = false;
        if (sign()) {
            tokens.drop(1);
        }
        absorbCalendar();
        list = true;
        if (tokens.is(1, Tokens.WILD)) {
            return;
        }
        boolean separated = tokens.is(1, Tokens.SPACE) || tokens.isMark(1, ',');
        if (separated && tokens.is(2, Tokens.WILD)) {
            tokens.drop(1);
            return;
        }
        if (tokens.is(1, Tokens.SPACE) && tokens.isMark(2, ',') && tokens.is(3, Tokens.WILD)) {
            tokens.drop(2);
            return;
        }
        list = false;
        tokens.add(Tokens.WILD, from, to);
    }

    private boolean sign() {
        return tokens.isMark(1, '<')
                || tokens.isMark(1, '>')
                || tokens.isMark(1, '~')
                || tokens.isMark(1, '+')
                || tokens.isMark(1, '-');
    }

    /** {@code Sun Jul 10} and {@code Sun, Jul 10}: the words before the number join it. */
    private void absorbCalendar() {
        while (tokens.is(1, Tokens.SPACE)) {
            int back = tokens.isMark(2, ',') ? 3 : 2;
            if (!tokens.is(back, Tokens.WORD)) {
                return;
            }
            int word = tokens.count - back;
            boolean part = capital(tokens.from[word])
                    && (Lexicon.kinds(tokens.bytes, tokens.from[word], tokens.to[word]) & CALENDAR) != 0;
            if (!part) {
                return;
            }
            tokens.drop(back);
        }
    }

    /** Whether the last word is a level and a space stands behind it: a bracket then holds the thread. */
    boolean behindLevel() {
        if (!tokens.is(1, Tokens.SPACE) || !tokens.is(2, Tokens.WORD)) {
            return false;
        }
        int word = tokens.count - 2;
        return (Lexicon.kinds(tokens.bytes, tokens.from[word], tokens.to[word]) & Lexicon.LEVEL) != 0;
    }

    void finish() {
        if (tokens.is(1, Tokens.SPACE)) {
            tokens.drop(1);
        }
        valueNext = false;
    }
}
