package io.jenkins.plugins.mlci.testselector.policy;

import java.time.Duration;
import java.util.Locale;

/** How much to run. */
public sealed interface Policy {
    /** Run what is needed to keep this share of failures, guaranteed from recent builds; in (0, 1). */
    record Confidence(double share) implements Policy {
        public Confidence {
            requireShare("confidence", share);
        }
    }

    /** Run this share of the tests; in (0, 1). */
    record Fraction(double share) implements Policy {
        public Fraction {
            requireShare("fraction", share);
        }
    }

    /** Run what fits into this time, one test after the other. */
    record TimeBudget(Duration budget) implements Policy {
        public TimeBudget {
            if (budget.isNegative() || budget.isZero()) {
                throw new IllegalArgumentException("A time budget must be longer than 0 seconds.");
            }
        }
    }

    /**
     * Reads {@code confidence:0.95}, {@code fraction:30%} or {@code time:10m}.
     *
     * @throws IllegalArgumentException with a sentence that says what is expected
     */
    static Policy parse(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split("[:=]", 2);
        if (parts.length == 2) {
            String value = parts[1].trim();
            switch (parts[0].trim()) {
                case "confidence":
                    return new Confidence(share(value));
                case "fraction":
                    return new Fraction(share(value));
                case "time":
                    return new TimeBudget(duration(value));
                default:
                    break;
            }
        }
        throw new IllegalArgumentException("The policy \"" + text
                + "\" is not known. Write confidence:0.95, fraction:0.3 (or 30%) or time:10m (or 90s, 1h).");
    }

    private static double share(String text) {
        try {
            return text.endsWith("%")
                    ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                    : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no share: write 0.95 or 95%.", e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + (text.matches("[0-9.]+") ? text + "s" : text));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration: write 90s, 10m or 1h30m.", e);
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The " + name + " must lie between 0 and 1, not at " + share + ".");
        }
    }
}
