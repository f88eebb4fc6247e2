package io.jenkins.plugins.mlci.logscan.template;

import java.util.Arrays;

/**
 * For each wording with one word left open, the forms that fit it. Where many words fit, or a word and a value, the word is a value, and
 * the forms share a template.
 */
final class OpenPlaces {
    /**
     * From this many different words in one place of otherwise equal lines on, the place holds a value. States and verbs
     * ({@code started, stopped, paused, resumed ...}) are fewer; names are more.
     */
    static final int MANY = 8;

    private static final byte WITH_VALUE = 1;
    private static final byte SHARED = 2;

    private long[] keys = new long[1024];
    private byte[] flags = new byte[1024];
    private int[] last = new int[1024];
    private int size;

    private Form[] form = new Form[1024];
    private int[] before = new int[1024];
    private int nodes = 1;

    /**
     * Says that a form fits a wording.
     *
     * @param key the hash of the wording with the place left open, not 0
     * @param value whether the form has a wildcard there
     */
    void fit(long key, Form fitting, boolean value) {
        int at = find(key);
        if (keys[at] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
            size++;
        }
        if (value) {
            flags[at] |= WITH_VALUE;
        }
        if ((flags[at] & SHARED) != 0) {
            form[last[at]].unite(fitting);
            return;
        }
        push(at, fitting);
        int fits = 0;
        for (int node = last[at]; node != 0; node = before[node]) {
            fits++;
        }
        if (fits >= MANY || fits > 1 && (flags[at] & WITH_VALUE) != 0) {
            flags[at] |= SHARED;
            share(last[at]);
        }
    }

    /** How many wordings are known. */
    int size() {
        return size;
    }

    /** Takes over what another table knows of a wording, if it does. */
    void inherit(long key, OpenPlaces older) {
        int theirs = older.find(key);
        if (older.keys[theirs] == 0 || keys[find(key)] != 0) {
            return;
        }
        boolean value = (older.flags[theirs] & WITH_VALUE) != 0;
        for (int node = older.last[theirs]; node != 0; node = older.before[node]) {
            fit(key, older.form[node], value);
        }
        if ((older.flags[theirs] & SHARED) != 0) {
            flags[find(key)] |= SHARED;
        }
    }

    /** The oldest form gives the others its template, so that the order of later lines does not matter. */
    private void share(int newest) {
        int oldest = newest;
        while (before[oldest] != 0) {
            oldest = before[oldest];
        }
        for (int node = newest; node != oldest; node = before[node]) {
            form[oldest].unite(form[node]);
        }
    }

    private void push(int at, Form fitting) {
        if (nodes == form.length) {
            form = Arrays.copyOf(form, 2 * nodes);
            before = Arrays.copyOf(before, 2 * nodes);
        }
        form[nodes] = fitting;
        before[nodes] = last[at];
        last[at] = nodes++;
    }

    private int find(long key) {
        int at = (int) (key ^ key >>> 32) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldFlags = flags;
        int[] oldLast = last;
        keys = new long[2 * oldKeys.length];
        flags = new byte[keys.length];
        last = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                flags[at] = oldFlags[i];
                last[at] = oldLast[i];
            }
        }
    }
}
