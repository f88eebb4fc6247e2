package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.template.Form;

/** How known wordings begin, by {@link Form#head()}, in open addressing. */
final class Heads {
    private long[] slots = new long[256];
    private int size;

    /** Takes a beginning; 0 is none. */
    void add(long head) {
        if (head == 0 || contains(head)) {
            return;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        slots[place(head)] = head;
        size++;
    }

    boolean contains(long head) {
        return head != 0 && slots[place(head)] == head;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long head : before) {
            if (head != 0) {
                slots[place(head)] = head;
            }
        }
    }

    /** Where it is, or would be. */
    private int place(long head) {
        int at = (int) (head ^ head >>> 32) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != head) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }
}
