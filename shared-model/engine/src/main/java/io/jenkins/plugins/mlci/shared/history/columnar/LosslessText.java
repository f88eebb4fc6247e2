package io.jenkins.plugins.mlci.shared.history.columnar;

import java.util.HexFormat;

/**
 * Makes any Java string one that every database and UTF-8 can hold, and back. PostgreSQL refuses NUL in a text, and UTF-8
 * cannot say an unpaired surrogate; both become escapes that start with a backslash, and a backslash becomes two.
 */
public final class LosslessText {
    private LosslessText() {}

    /** Escapes a string; most come back as they are. */
    public static String escape(String text) {
        int first = 0;
        while (first < text.length() && isPlain(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(text, i)) {
                escaped.append(c);
            } else if (c == '\\') {
                escaped.append("\\\\");
            } else {
                escaped.append(String.format("\\u%04X", (int) c));
            }
        }
        return escaped.toString();
    }

    /** Takes {@link #escape} back. */
    public static String unescape(String escaped) {
        int slash = escaped.indexOf('\\');
        if (slash < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int from = 0;
        while (slash >= 0) {
            text.append(escaped, from, slash);
            if (escaped.startsWith("\\\\", slash)) {
                text.append('\\');
                from = slash + 2;
            } else {
                text.append(codeUnit(escaped, slash));
                from = slash + 6;
            }
            slash = escaped.indexOf('\\', from);
        }
        return text.append(escaped, from, escaped.length()).toString();
    }

    private static char codeUnit(String escaped, int slash) {
        if (!escaped.startsWith("\\u", slash) || escaped.length() < slash + 6) {
            throw new CorruptPayloadException("a text in it has a broken escape");
        }
        try {
            return (char) HexFormat.fromHexDigits(escaped, slash + 2, slash + 6);
        } catch (IllegalArgumentException e) {
            throw new CorruptPayloadException("a text in it has a broken escape");
        }
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0 && c != '\\';
    }
}
