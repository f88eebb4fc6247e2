package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The wordings of one log by key, in open addressing. When there are too many, those that are new and were seen least go. */
final class SeenTable {
    static final int MOST = 20_000;

    private Seen[] slots = new Seen[512];
    private int size;

    Seen get(long key) {
        int at = place(key);
        Seen seen = slots[at];
        while (seen != null && seen.use.form().key() != key) {
            at = (at + 1) & (slots.length - 1);
            seen = slots[at];
        }
        return seen;
    }

    void add(Seen seen) {
        if (size >= MOST) {
            dropHalf();
        }
        if (2 * (size + 1) > slots.length) {
            rebuild(all(), 2 * slots.length);
        }
        slots[free(seen.use.form().key())] = seen;
        size++;
    }

    List<Seen> all() {
        List<Seen> list = new ArrayList<>();
        for (Seen seen : slots) {
            if (seen != null) {
                list.add(seen);
            }
        }
        // By first line, so that what follows does not depend on the table.
        list.sort(Comparator.comparingLong((Seen seen) -> seen.use.first())
                .thenComparingLong(seen -> seen.use.form().key()));
        return list;
    }

    private void dropHalf() {
        List<Seen> list = all();
        list.sort(Comparator.comparing((Seen seen) -> seen.use.known() == null)
                .thenComparing(Comparator.comparingLong((Seen seen) -> seen.use.count())
                        .reversed())
                .thenComparing(
                        Comparator.comparingLong((Seen seen) -> seen.use.last()).reversed()));
        rebuild(list.subList(0, MOST / 2), slots.length);
    }

    private void rebuild(List<Seen> list, int length) {
        slots = new Seen[length];
        size = list.size();
        list.forEach(seen -> slots[free(seen.use.form().key())] = seen);
    }

    private int free(long key) {
        int at = place(key);
        while (slots[at] != null) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private int place(long key) {
        return (int) (key ^ key >>> 32) & (slots.length - 1);
    }
}
