package io.jenkins.plugins.mlci.logscan.template;

import java.util.Arrays;

/** The forms of lines seen lately, by the fingerprint of the line. A fingerprint takes the place of another that falls there. */
final class RecentForms {
    private static final int PLACES = 4096;

    private final long[] prints = new long[PLACES];
    private final Form[] forms = new Form[PLACES];

    /** The form of a line; null when it was not seen lately. */
    Form get(long print) {
        int place = place(print);
        return prints[place] == print ? forms[place] : null;
    }

    void put(long print, Form form) {
        int place = place(print);
        prints[place] = print;
        forms[place] = form;
    }

    void clear() {
        Arrays.fill(prints, 0);
        Arrays.fill(forms, null);
    }

    private static int place(long print) {
        return (int) (print >>> 52);
    }
}
