package io.jenkins.plugins.mlci.logscan.template;

/** The few words of the language of logs that change how their neighbours are read. Words of up to eight ASCII letters, looked up without an object. */
final class Lexicon {
    static final int MONTH = 1;
    static final int DAY = 2;
    static final int ZONE = 4;
    /** What may follow a number as its unit. */
    static final int UNIT = 8;
    /** Says that the next word is a value. */
    static final int INTRODUCES_VALUE = 16;
    /** How serious the line is, in the words of loggers. */
    static final int LEVEL = 32;

    private static final int SLOTS = 512;
    private static final long[] WORDS = new long[SLOTS];
    private static final int[] KINDS = new int[SLOTS];
    /** By the low five bits of a first letter: the lengths of the words that begin with it, one bit each. Most words are told by it. */
    private static final int[] LENGTHS = new int[32];

    static {
        add(MONTH, "jan feb mar apr may jun jul aug sep oct nov dec");
        add(DAY, "mon tue wed thu fri sat sun");
        add(ZONE, "utc gmt pdt pst edt est cet cest cst cdt mst mdt");
        add(
                UNIT,
                "b kb mb gb tb kib mib gib ns us ms s sec secs second seconds min mins minute minutes h hr hour hours");
        add(INTRODUCES_VALUE, "user");
        add(LEVEL, "trace debug info notice warn warning error severe fatal critical failed failure fail");
    }

    private Lexicon() {}

    /** What the word is, as a sum of the constants above; 0 for any other word. */
    static int kinds(byte[] bytes, int from, int to) {
        if (to - from > 8 || to == from || (LENGTHS[bytes[from] & 31] >> to - from & 1) == 0) {
            return 0;
        }
        long word = 0;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b < 'A') {
                return 0;
            }
            word = word << 8 | (b | 0x20) & 0xFF;
        }
        return kinds(word);
    }

    private static int kinds(long word) {
        int slot = slot(word);
        while (WORDS[slot] != 0) {
            if (WORDS[slot] == word) {
                return KINDS[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return 0;
    }

    private static int slot(long word) {
        return (int) (Hash.mix(word) >>> 55);
    }

    private static void add(int kind, String words) {
        for (String text : words.split(" ")) {
            long word = 0;
            for (int i = 0; i < text.length(); i++) {
                word = word << 8 | text.charAt(i);
            }
            int slot = slot(word);
            while (WORDS[slot] != 0 && WORDS[slot] != word) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            LENGTHS[text.charAt(0) & 31] |= 1 << text.length();
            WORDS[slot] = word;
            KINDS[slot] |= kind;
        }
    }
}
