package io.jenkins.plugins.mlci.logscan.cause;

import java.nio.charset.StandardCharsets;

/** Tells the {@link LineShape shapes} that stand in the first characters of a line or need more than one of its words. */
final class LineShapes {
    private static final int NAME_LIMIT = 160;

    private LineShapes() {}

    /** Adds shapes to the signs of the line that begins at {@code from}, without blanks around it. */
    static void detect(byte[] b, int start, int to, LineSigns signs) {
        int shapes = signs.shapes | Levels.of(b, start, to);
        int from = contentStart(b, start, to);
        shapes |= leading(b, from, to, signs.indent);
        shapes |= TestMarks.of(b, from, to, signs);
        if (Banners.setting(b, from, to)) {
            shapes |= LineShape.SETTING.bit();
        }
        if (Banners.shout(b, from, to)) {
            shapes |= LineShape.SHOUT.bit();
        }
        boolean named = signs.has(WordGroup.EXCEPTION)
                || signs.has(WordGroup.ERROR)
                || signs.has(WordGroup.WARNING) && starts(b, from, to, "E  ");
        if (named && errorName(b, from, to)) {
            shapes |= LineShape.ERROR_NAME.bit();
        }
        if (signs.has(WordGroup.EXIT)
                || signs.words == 1 && signs.has(WordGroup.FAIL)
                || signs.mayHave('*') && contains(b, from, to, "*** [")) {
            shapes |= LineShape.WRAPPER.bit();
        }
        if ((signs.has(WordGroup.HELP) || signs.has(WordGroup.ERROR)) && advice(b, from, to, signs)) {
            shapes |= LineShape.ADVICE.bit();
        }
        if (b[to - 1] == ':' && signs.words <= 8) {
            shapes |= LineShape.HEADING.bit();
        }
        if (quotesCommit(b, from, to)) {
            shapes |= LineShape.COMMAND.bit();
        }
        if (signs.mayHave('|') && listing(b, from, to)) {
            shapes |= LineShape.LISTING.bit();
        }
        signs.shapes = shapes;
    }

    /** The shapes that the first characters of the message alone tell. */
    static int leading(byte[] b, int from, int to, int indent) {
        int shapes = 0;
        switch (b[from]) {
            case 'a' -> shapes |= starts(b, from, to, "at ") && has(b, from, to, '(') ? LineShape.FRAME.bit() : 0;
            case '.' -> shapes |= starts(b, from, to, "... ") && indent > 0 ? LineShape.FRAME.bit() : 0;
            case 'F' -> shapes |= file(b, from, to);
            case 'C' -> shapes |= starts(b, from, to, "Caused") ? LineShape.CAUSED_BY.bit() : 0;
            case 'S' -> shapes |= starts(b, from, to, "Suppressed:") ? LineShape.CAUSED_BY.bit() : 0;
            case 'D' -> shapes |= starts(b, from, to, "During handling") ? LineShape.CAUSED_BY.bit() : 0;
            case 'T' -> shapes |= starts(b, from, to, "Traceback") ? LineShape.TRACE_HEAD.bit() : 0;
            case 'g' -> shapes |= starts(b, from, to, "goroutine ") ? LineShape.TRACE_HEAD.bit() : 0;
            case 'E' -> shapes |= starts(b, from, to, "E  ") || to - from == 1 ? LineShape.DIFF.bit() : 0;
            case '+', '$', '>' -> shapes |= command(b, from, to);
            case '-' -> shapes |= dash(b, from, to);
            case '#' -> shapes |= hash(b, from, to);
            case ':' -> shapes |= starts(b, from, to, "::error") ? LineShape.ANNOTATION.bit() : 0;
            case '[' -> shapes |= bracket(b, from, to);
            case '*' -> shapes |= starts(b, from, to, "* Try:") ? LineShape.ADVICE.bit() : 0;
            case 't' -> shapes |= starts(b, from, to, "travis_") ? LineShape.SECTION.bit() : 0;
            case '^', '~', '|' -> shapes |= onlyPointers(b, from, to) ? LineShape.CARET.bit() : 0;
            default -> {}
        }
        return shapes;
    }

    /** Where the message begins: behind times, numbers in brackets and the log level. */
    static int contentStart(byte[] b, int from, int to) {
        int at = from;
        for (int part = 0; part < 5; part++) {
            int next = part == 0 && (b[at] == '-' || b[at] == '|') ? at : prefixEnd(b, at, to);
            if (next == at || next >= to) {
                break;
            }
            at = next;
        }
        return at;
    }

    private static int prefixEnd(byte[] b, int from, int to) {
        int end = from;
        boolean digit = false;
        if (b[from] == '[') {
            int limit = Math.min(to, from + 48);
            while (end < limit && b[end] != ']') {
                digit |= b[end] >= '0' && b[end] <= '9';
                end++;
            }
            if (end == limit || !digit) {
                return from;
            }
            end++;
        } else if (b[from] == '-' || b[from] == '|') {
            end++;
        } else {
            while (end < to && !LineScanner.isSpace(b[end])) {
                end++;
            }
            if (!isTime(b, from, end) && Levels.word(b, from, end, ' ', ' ') == 0) {
                return from;
            }
        }
        if (end < to && !LineScanner.isSpace(b[end])) {
            return from;
        }
        while (end < to && LineScanner.isSpace(b[end])) {
            end++;
        }
        return end;
    }

    /** A time of day or a date in digits. */
    private static boolean isTime(byte[] b, int from, int to) {
        int marks = 0;
        for (int at = from; at < to; at++) {
            boolean mark = b[at] == ':' || b[at] == '-' || b[at] == '/';
            boolean part = b[at] >= '0' && b[at] <= '9' || b[at] == '.' || b[at] == ',' || b[at] == 'T' || b[at] == 'Z';
            if (!mark && !part) {
                return false;
            }
            marks += mark ? 1 : 0;
        }
        return marks >= 2;
    }

    private static int file(byte[] b, int from, int to) {
        if (starts(b, from, to, "File \"")) {
            return LineShape.FRAME.bit();
        }
        if (starts(b, from, to, "FAILED: ")) {
            return LineShape.WRAPPER.bit();
        }
        return starts(b, from, to, "FAIL") && to - from > 7 ? LineShape.TEST_FAILED.bit() : 0;
    }

    private static int command(byte[] b, int from, int to) {
        boolean echo = from + 1 < to && (b[from + 1] == ' ' || b[from + 1] == '+');
        if (!echo) {
            return b[from] == '+' ? LineShape.DIFF.bit() : 0;
        }
        return LineShape.COMMAND.bit();
    }

    private static int dash(byte[] b, int from, int to) {
        if (starts(b, from, to, "--- FAIL")) {
            return LineShape.TEST_FAILED.bit();
        }
        return starts(b, from, to, "--> ")
                ? LineShape.POSITION.bit()
                : starts(b, from, to, "- ") ? LineShape.DIFF.bit() : 0;
    }

    private static int hash(byte[] b, int from, int to) {
        if (starts(b, from, to, "##[error]")) {
            return LineShape.ANNOTATION.bit();
        }
        if (starts(b, from, to, "##[command]")) {
            return LineShape.COMMAND.bit();
        }
        return starts(b, from, to, "##[") ? LineShape.SECTION.bit() : 0;
    }

    private static int bracket(byte[] b, int from, int to) {
        if (starts(b, from, to, "[Pipeline]")) {
            return LineShape.SECTION.bit();
        }
        if (starts(b, from, to, "[command]")) {
            return LineShape.COMMAND.bit();
        }
        return starts(b, from, to, "[  FAILED  ]") ? LineShape.TEST_FAILED.bit() : 0;
    }

    /** A name that ends in Error, Exception, Failure or Warning, at the start, then a colon or the end. */
    private static boolean errorName(byte[] b, int from, int to) {
        int at = from;
        if (starts(b, from, to, "E  ")) {
            while (at < to && (b[at] == 'E' && at == from || LineScanner.isSpace(b[at]))) {
                at++;
            }
        }
        int begin = at;
        int limit = Math.min(to, at + NAME_LIMIT);
        while (at < limit
                && (isLetter(b[at]) || b[at] == '.' || b[at] == '_' || b[at] == '$' || b[at] >= '0' && b[at] <= '9')) {
            at++;
        }
        boolean closed = at == to || b[at] == ':' || b[at] == '[';
        return closed
                && at - begin > 6
                && (ends(b, begin, at, "Error")
                        || ends(b, begin, at, "Exception")
                        || ends(b, begin, at, "Failure")
                        || ends(b, begin, at, "Warning"));
    }

    private static boolean advice(byte[] b, int from, int to, LineSigns signs) {
        return contains(b, from, to, "more information")
                || contains(b, from, to, "lease refer")
                || contains(b, from, to, "resume the")
                || signs.mayHave('[') && contains(b, from, to, "[Help ")
                || signs.mayHave('$') && contains(b, from, to, "$ErrorId:")
                || signs.mayHave('.') && contains(b, from, to, "help.gradle.org")
                || signs.mayHave('-')
                        && (contains(b, from, to, "Re-run ")
                                || contains(b, from, to, "re-run ")
                                || contains(b, from, to, "Run with --"));
    }

    /** What a commit says about errors is no error of this build. */
    private static boolean quotesCommit(byte[] b, int from, int to) {
        return starts(b, from, to, "Commit message:")
                || starts(b, from, to, "HEAD is now at ")
                || starts(b, from, to, "Previous HEAD position");
    }

    private static boolean onlyPointers(byte[] b, int from, int to) {
        for (int at = from; at < to; at++) {
            if (b[at] != '^' && b[at] != '~' && b[at] != '|' && b[at] != ' ' && b[at] != '-') {
                return false;
            }
        }
        return true;
    }

    /** A numbered line of source, {@code 12 | text}, or a row of a table. */
    private static boolean listing(byte[] b, int from, int to) {
        int bars = 0;
        for (int bar = from; bar < to; bar++) {
            bars += b[bar] == '|' ? 1 : 0;
        }
        if (bars >= 4) {
            return true;
        }
        int at = from;
        while (at < to && b[at] >= '0' && b[at] <= '9') {
            at++;
        }
        return at > from && at + 1 < to && b[at] == ' ' && b[at + 1] == '|';
    }

    static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static boolean has(byte[] b, int from, int to, int wanted) {
        for (int at = from; at < to; at++) {
            if (b[at] == wanted) {
                return true;
            }
        }
        return false;
    }

    static boolean is(byte[] b, int from, int to, String text) {
        return to - from == text.length() && starts(b, from, to, text);
    }

    static boolean starts(byte[] b, int from, int to, String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean ends(byte[] b, int from, int to, String text) {
        return to - from >= text.length() && starts(b, to - text.length(), to, text);
    }

    static boolean contains(byte[] b, int from, int to, String text) {
        byte first = (byte) text.charAt(0);
        for (int at = from; at <= to - text.length(); at++) {
            if (b[at] == first && starts(b, at, to, text)) {
                return true;
            }
        }
        return false;
    }

    /** The signs of a text, for tests and for lines that were kept. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
