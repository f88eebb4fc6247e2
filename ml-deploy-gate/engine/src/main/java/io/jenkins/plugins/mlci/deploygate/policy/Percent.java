package io.jenkins.plugins.mlci.deploygate.policy;

import java.util.Locale;

/** Probabilities as people read them. */
final class Percent {
    private static final int MOST_DIGITS = 8;

    private Percent() {}

    /** For example {@code 12 %}, {@code 2.0 %}, {@code 0.0020 %}: what is small gets the digits that tell it from 0. */
    static String of(double share) {
        return text(share, digits(share));
    }

    /** The first of two different shares, with as many digits as it takes to tell it from the other one. */
    static String of(double share, double other) {
        int digits = digits(share);
        while (share != other && digits < MOST_DIGITS && text(share, digits).equals(text(other, digits))) {
            digits++;
        }
        return text(share, digits);
    }

    private static int digits(double share) {
        if (share >= 0.1) {
            return 0;
        }
        // Two digits that are not 0.
        return share >= 0.001 || share <= 0 ? 1 : Math.min(MOST_DIGITS, (int) Math.ceil(-Math.log10(100 * share)) + 1);
    }

    private static String text(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f %%", 100 * Math.min(1, share));
    }
}
