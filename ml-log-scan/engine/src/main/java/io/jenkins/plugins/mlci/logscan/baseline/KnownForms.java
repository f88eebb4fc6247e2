package io.jenkins.plugins.mlci.logscan.baseline;

/** What the good builds showed, by the key of the wording, in open addressing: a log asks once for each wording that it has. */
public final class KnownForms {
    private final long[] keys;
    private final KnownForm[] forms;

    /** Room for so many. */
    KnownForms(int most) {
        int slots = Integer.highestOneBit(Math.max(8, 2 * most)) << 1;
        keys = new long[slots];
        forms = new KnownForm[slots];
    }

    /** What is known of the wording with this {@link io.jenkins.plugins.mlci.logscan.template.Form#key() key}; null for nothing. */
    public KnownForm get(long key) {
        return forms[place(key)];
    }

    /** A wording that is known already is known by what comes last. */
    void put(long key, KnownForm form) {
        int place = place(key);
        keys[place] = key;
        forms[place] = form;
    }

    /** Where the key is, or would be. */
    private int place(long key) {
        int at = (int) (key ^ key >>> 32) & (keys.length - 1);
        while (forms[at] != null && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }
}
