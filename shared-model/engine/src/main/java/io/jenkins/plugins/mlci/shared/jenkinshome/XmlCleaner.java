package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.io.Reader;

/**
 * Makes the XML that Jenkins writes digestible for a strict XML 1.0 parser, and harmless.
 *
 * <p>Jenkins declares XML 1.1 and writes control characters as references, even {@code &#x0;}, which no version of XML
 * allows. They become U+FFFD, and the declaration becomes one of XML 1.0. A document type is refused, and so is markup
 * (a tag, a comment, a CDATA section) of unreasonable length, because the parser behind would keep it in memory as a
 * whole. Text between tags may have any length.
 */
final class XmlCleaner extends Reader {
    static final int MAX_MARKUP = 1 << 20;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_LOOKAHEAD = 16;

    private final Reader in;
    private final char[] buffer = new char[16_384];
    private int position;
    private int end;
    private boolean exhausted;
    private boolean started;

    private Markup markup = Markup.TEXT;
    private int markupLength;
    private char quote;
    private char last;
    private char secondLast;

    private enum Markup {
        TEXT,
        TAG,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    XmlCleaner(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!started) {
            started = true;
            skipDeclaration();
        }
        int written = 0;
        while (written < length && available(1)) {
            if (end - position < LONGEST_LOOKAHEAD && !exhausted) {
                available(LONGEST_LOOKAHEAD);
            }
            target[offset + written++] = next();
        }
        return written == 0 ? -1 : written;
    }

    private char next() throws IOException {
        char c = buffer[position++];
        if (c == '&' && buffer[position] == '#') {
            c = reference();
        } else if (!isAllowed(c)) {
            c = REPLACEMENT;
        }
        follow(c);
        secondLast = last;
        last = c;
        return c;
    }

    /** At {@code &#}: an illegal reference is swallowed whole and replaced, a legal one is left as it is. */
    private char reference() {
        int at = position + 1;
        int radix = 10;
        if (at < end && buffer[at] == 'x') {
            radix = 16;
            at++;
        }
        int value = 0;
        int digits = 0;
        int limit = Math.min(end, position + LONGEST_LOOKAHEAD - 1);
        while (at < limit && Character.digit(buffer[at], radix) >= 0) {
            value = Math.min(value * radix + Character.digit(buffer[at], radix), 0x200000);
            at++;
            digits++;
        }
        boolean complete = digits > 0 && at < limit && buffer[at] == ';';
        if (complete && !isAllowedCodePoint(value)) {
            position = at + 1;
            return REPLACEMENT;
        }
        return '&';
    }

    private void follow(char c) throws IOException {
        if (markup == Markup.TEXT) {
            if (c == '<') {
                markup = kindOfMarkup();
                markupLength = 0;
                quote = 0;
            }
            return;
        }
        if (++markupLength > MAX_MARKUP) {
            throw new IOException("a tag, comment or CDATA section is longer than " + MAX_MARKUP + " characters");
        }
        if (isEndOfMarkup(c)) {
            markup = Markup.TEXT;
        }
    }

    private boolean isEndOfMarkup(char c) {
        if (markup == Markup.TAG) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                return false;
            }
            if (c == '"' || c == '\'') {
                quote = c;
            }
            return c == '>';
        }
        if (c != '>') {
            return false;
        }
        return switch (markup) {
            case COMMENT -> markupLength > 5 && last == '-' && secondLast == '-';
            case CDATA -> last == ']' && secondLast == ']';
            default -> last == '?';
        };
    }

    private Markup kindOfMarkup() throws IOException {
        if (startsWith("!--")) {
            return Markup.COMMENT;
        }
        if (startsWith("![CDATA[")) {
            return Markup.CDATA;
        }
        if (startsWith("!")) {
            throw new IOException("it has a document type, which is refused because it may hide an attack");
        }
        return startsWith("?") ? Markup.INSTRUCTION : Markup.TAG;
    }

    /** The parser is given characters, so it must not be told an encoding or XML 1.1. */
    private void skipDeclaration() throws IOException {
        available(LONGEST_LOOKAHEAD);
        if (position < end && buffer[position] == '\uFEFF') {
            position++;
        }
        if (startsWith("<?xml ")) {
            available(buffer.length);
            int at = position;
            while (at < end && buffer[at] != '>') {
                at++;
            }
            position = Math.min(end, at + 1);
        }
    }

    private boolean startsWith(String expected) {
        if (end - position < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (buffer[position + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least so many characters are at hand, after reading more where needed. */
    private boolean available(int wanted) throws IOException {
        int needed = Math.min(wanted, buffer.length - 1);
        if (end - position < needed && !exhausted) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
            while (end < needed && !exhausted) {
                int read = in.read(buffer, end, buffer.length - 1 - end);
                exhausted = read < 0;
                end += Math.max(0, read);
            }
            // A character that is no markup, so that looking one ahead needs no check.
            buffer[end] = ' ';
        }
        return end - position >= Math.min(needed, 1);
    }

    private static boolean isAllowed(char c) {
        return c >= 0x20 ? c < 0xFFFE : c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isAllowedCodePoint(int value) {
        if (value >= 0xD800 && value <= 0xDFFF) {
            return false;
        }
        return value > 0xFFFF ? value <= 0x10FFFF : isAllowed((char) value);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
