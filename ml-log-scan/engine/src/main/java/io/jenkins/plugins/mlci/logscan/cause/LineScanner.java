package io.jenkins.plugins.mlci.logscan.cause;

import static io.jenkins.plugins.mlci.logscan.cause.LineShape.BAD_CODE;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.BLANK;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.COUNT_SOME;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.COUNT_ZERO;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.POSITION;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.POSITION_FIRST;
import static io.jenkins.plugins.mlci.logscan.cause.LineShape.RULE;

/**
 * Looks at the bytes of a cleaned line once: its words, its shape, and hashes that do not depend on its numbers. No regular
 * expression, so the time is proportional to the length. Looks at the first {@link #LONGEST} bytes.
 */
public final class LineScanner {
    /** Beyond this many bytes a line is not looked at. */
    static final int LONGEST = 1200;

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SPACE = 3;
    private static final byte OTHER = 0;
    private static final byte[] KIND = kinds();
    private static final int LEVELS =
            LineShape.LEVEL_ERROR.bit() | LineShape.LEVEL_WARNING.bit() | LineShape.LEVEL_INFO.bit();
    private static final long COUNTED = WordGroup.ERROR.bit() | WordGroup.FAIL.bit() | WordGroup.WARNING.bit();
    private static final long[] CODE_WORDS = {
        WordTable.hash("code"),
        WordTable.hash("status"),
        WordTable.hash("error"),
        WordTable.hash("http"),
        WordTable.hash("returned"),
        WordTable.hash("returning"),
        WordTable.hash("exit"),
        WordTable.hash("rc")
    };

    private final WordTable table = WordTable.INSTANCE;
    private final LineSigns signs = new LineSigns();

    private long token;
    private boolean tokenDigit;
    private boolean tokenLetter;
    private long word;
    /** A word in capitals without its last letter. */
    private long wordBefore;

    private int wordLength;
    private long previousWord;
    private long previousGroups;
    private boolean previousIsNumber;
    private int number;
    private int previousNumber;
    private boolean codeBefore;
    private boolean joined;
    private boolean small;
    private boolean option;

    /** Scans the bytes from (inclusive) to (exclusive). The answer is valid until the next call. */
    public LineSigns scan(byte[] bytes, int from, int to) {
        signs.reset();
        int end = Math.min(to, from + LONGEST);
        while (end > from && isSpace(bytes[end - 1])) {
            end--;
        }
        int at = from;
        while (at < end && isSpace(bytes[at])) {
            signs.indent += bytes[at] == '\t' ? 4 : 1;
            at++;
        }
        signs.length = end - at;
        if (at == end) {
            signs.shapes = BLANK.bit();
            return signs;
        }
        start();
        int first = at;
        while (at < end) {
            byte b = bytes[at];
            byte kind = b < 0 ? OTHER : KIND[b];
            if (kind == LETTER) {
                at = letters(bytes, first, at, end);
            } else if (kind == DIGIT) {
                digit(b);
                at++;
            } else {
                endToken(b);
                option = option && kind == OTHER;
                if (kind == OTHER) {
                    mark(bytes, first, at, end);
                }
                at++;
            }
        }
        endToken((byte) 0);
        if (signs.words == 0 && signs.digits == 0) {
            signs.shapes |= RULE.bit();
        }
        LineShapes.detect(bytes, first, end, signs);
        if (signs.words <= 1 && signs.digits == 0 && (signs.shapes & LEVELS) != 0) {
            signs.shapes |= RULE.bit();
        }
        return signs;
    }

    /** Reads letters up to the next byte that is none, which are one word or, by their capitals, several. */
    private int letters(byte[] bytes, int first, int from, int end) {
        int at = from;
        byte b = bytes[at];
        long hash = word;
        long name = token;
        int length = 0;
        boolean lower = false;
        while (b > 0 && KIND[b] == LETTER) {
            if (b <= 'Z') {
                if (lower) {
                    endWord(hash, length, (byte) 0);
                    hash = WordTable.start();
                    length = 0;
                }
                if (length == 0) {
                    joined = option;
                    small = false;
                }
                signs.uppers++;
                wordBefore = hash;
                hash = WordTable.append(hash, b | 0x20);
                name = WordTable.append(name, b);
                length++;
                at++;
                lower = false;
            } else {
                if (length == 0) {
                    joined = option || at > first && isJoint(bytes[at - 1]);
                    small = true;
                } else if (!lower && length > 1 && !isPlural(bytes, at, end)) {
                    hash = splitCapitals(length, bytes[at - 1]);
                    length = 1;
                }
                lower = true;
                int begin = at;
                do {
                    hash = WordTable.append(hash, b);
                    name = WordTable.append(name, b);
                    at++;
                    b = at < end ? bytes[at] : 0;
                } while (b >= 'a' && b <= 'z');
                length += at - begin;
            }
            b = at < end ? bytes[at] : 0;
        }
        word = hash;
        wordLength = length;
        token = name;
        tokenLetter = true;
        return at;
    }

    private void digit(byte b) {
        if (wordLength > 0) {
            endWord(b);
        }
        signs.digits++;
        number = tokenDigit ? (number < 100_000 ? number * 10 + b - '0' : number) : b - '0';
        tokenDigit = true;
    }

    private void mark(byte[] bytes, int first, int at, int end) {
        byte b = bytes[at];
        previousIsNumber = false;
        signs.punctuation++;
        signs.marks |= LineSigns.mark(b);
        signs.maskedHash = WordTable.append(signs.maskedHash, b);
        if (b == '-') {
            option = option || isOption(bytes, first, at, end);
        } else if (b == '=' || b == '\'' || b == '"') {
            option = false;
        }
        if (b == ':' || b == '(') {
            position(bytes, first, at, end);
        }
    }

    /** The second hyphen of {@code --timeout}: what follows is the name of an option, and tells of nothing. */
    private static boolean isOption(byte[] bytes, int first, int at, int end) {
        return at > first
                && bytes[at - 1] == '-'
                && (at == first + 1 || bytes[at - 2] != '-')
                && at + 1 < end
                && bytes[at + 1] > '@';
    }

    private void start() {
        option = false;
        token = WordTable.start();
        tokenDigit = false;
        tokenLetter = false;
        word = WordTable.start();
        wordLength = 0;
        previousWord = 0;
        previousGroups = 0;
        previousIsNumber = false;
        codeBefore = false;
    }

    private void endToken(byte next) {
        if (wordLength > 0) {
            endWord(next);
        }
        if (tokenDigit) {
            signs.maskedHash = WordTable.append(signs.maskedHash, '0');
            if (!tokenLetter) {
                endNumber();
            }
        } else if (tokenLetter) {
            signs.maskedHash = WordTable.pair(signs.maskedHash, token);
            signs.wordsHash = WordTable.pair(signs.wordsHash, token);
            if (signs.wordCount < LineSigns.MOST_WORDS) {
                signs.wordHashes[signs.wordCount++] = token;
            }
        } else {
            return;
        }
        token = WordTable.start();
        tokenDigit = false;
        tokenLetter = false;
    }

    /** The last letter of {@code URLs}. */
    private static boolean isPlural(byte[] bytes, int at, int end) {
        return bytes[at] == 's' && (at + 1 == end || !LineShapes.isLetter(bytes[at + 1]));
    }

    /**
     * {@code IOException} is two words: of capitals before a small letter, the last one begins the next word.
     *
     * @return the hash of that one
     */
    private long splitCapitals(int length, byte last) {
        endWord(wordBefore, length - 1, (byte) 0);
        joined = option;
        small = false;
        return WordTable.append(WordTable.start(), last | 0x20);
    }

    private void endWord(byte next) {
        endWord(word, wordLength, next);
        word = WordTable.start();
        wordLength = 0;
    }

    /** A word that is part of a path or of a name with underscores says what the thing is called, and not what happened. */
    private void endWord(long hash, int length, byte next) {
        boolean inName = joined || small && isJoint(next);
        long groups = inName ? 0 : table.groups(hash);
        if (previousWord != 0 && !inName && table.mayStartPair(previousWord)) {
            groups |= table.groups(WordTable.pair(previousWord, hash));
        }
        signs.groups |= groups;
        signs.words++;
        if (previousIsNumber && (groups & COUNTED) != 0) {
            signs.shapes |= previousNumber == 0 ? COUNT_ZERO.bit() : COUNT_SOME.bit();
        }
        codeBefore = isCodeWord(hash) || codeBefore && length <= 2;
        previousGroups = groups;
        previousIsNumber = false;
        previousWord = hash;
    }

    private void endNumber() {
        if ((previousGroups & COUNTED) != 0) {
            signs.shapes |= number == 0 ? COUNT_ZERO.bit() : COUNT_SOME.bit();
        }
        if (codeBefore && number > 0) {
            long meaning = ResultCodes.groups(number);
            signs.groups |= meaning;
            signs.shapes |= BAD_CODE.bit();
        }
        codeBefore = false;
        previousIsNumber = true;
        previousNumber = number;
        previousGroups = 0;
    }

    /** A place in a source file: a short extension, then {@code :12}, {@code (12} or {@code :[12}. */
    private void position(byte[] bytes, int first, int at, int end) {
        int next = at + 1;
        if (next < end && bytes[next] == '[') {
            next++;
        }
        if (next >= end || bytes[next] < '0' || bytes[next] > '9') {
            return;
        }
        int dot = at - 1;
        while (dot > first && at - dot <= 6 && bytes[dot] > 0 && KIND[bytes[dot]] == LETTER) {
            dot--;
        }
        if (dot > first && bytes[dot] == '.' && at - dot >= 2 && at - dot <= 6 && !isDomain(bytes, dot + 1, at)) {
            signs.shapes |= POSITION.bit();
            int begin = dot;
            while (begin > first && !isSpace(bytes[begin - 1])) {
                begin--;
            }
            if (begin - first <= 9) {
                signs.shapes |= POSITION_FIRST.bit();
            }
        }
    }

    private static boolean isDomain(byte[] bytes, int from, int to) {
        return LineShapes.is(bytes, from, to, "com")
                || LineShapes.is(bytes, from, to, "org")
                || LineShapes.is(bytes, from, to, "net")
                || LineShapes.is(bytes, from, to, "io")
                || LineShapes.is(bytes, from, to, "local");
    }

    private static boolean isCodeWord(long word) {
        for (long code : CODE_WORDS) {
            if (word == code) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJoint(byte b) {
        return b == '_' || b == '/' || b == '\\';
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (int c = 0; c < 128; c++) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                kinds[c] = LETTER;
            } else if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else if (c == ' ' || c == '\t') {
                kinds[c] = SPACE;
            }
        }
        return kinds;
    }
}
