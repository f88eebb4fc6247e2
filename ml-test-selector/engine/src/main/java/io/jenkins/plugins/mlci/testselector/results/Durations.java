package io.jenkins.plugins.mlci.testselector.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the durations of reports, which were written in many languages' ways. */
final class Durations {
    /** A year; whatever claims more is not a duration. */
    private static final double LONGEST_SECONDS = 366.0 * 24 * 3600;

    private static final int LONGEST_TEXT = 40;
    private static final Pattern NUMBER = Pattern.compile("([0-9.,]+(?:[eE][+-]?[0-9]+)?)(s|ms)?");
    private static final Pattern SPACES_AND_QUOTES = Pattern.compile("[\\s\\u00a0\\u202f'\\u2019_]");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+");

    private Durations() {}

    /**
     * Seconds, at least 0; NaN when the text is missing, negative, infinite or no number.
     *
     * @param text for example {@code 0.012}, {@code 1,234.5}, {@code 1.234,5}, {@code 0,5}, {@code 1e-3}, {@code 12ms}
     * @param englishGroups whether {@code 1,234} means a thousand and more, as Surefire writes it, and not 1.234
     */
    static double seconds(String text, boolean englishGroups) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return Double.NaN;
        }
        Matcher matcher = NUMBER.matcher(SPACES_AND_QUOTES.matcher(text).replaceAll(""));
        if (!matcher.matches()) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(plain(matcher.group(1), englishGroups));
            double seconds = "ms".equals(matcher.group(2)) ? number / 1000 : number;
            return seconds <= LONGEST_SECONDS ? seconds : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static String plain(String number, boolean englishGroups) {
        int comma = number.lastIndexOf(',');
        int dot = number.lastIndexOf('.');
        if (comma < 0) {
            return number.indexOf('.') == dot ? number : number.replace(".", "");
        }
        boolean grouped = number.indexOf(',') < comma
                || (englishGroups && GROUPED.matcher(number).matches());
        if (dot > comma || (dot < 0 && grouped)) {
            return number.replace(",", "");
        }
        return number.replace(".", "").replace(',', '.');
    }
}
