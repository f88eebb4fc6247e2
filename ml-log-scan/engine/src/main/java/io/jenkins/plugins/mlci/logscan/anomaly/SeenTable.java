package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The wordings of one log by key, in open addressing. When there are too many, those that are new and were seen least go. */
final class SeenTable {
    static final int MOST = 20_000;

    private Seen[] slots = new Seen[512];
    /** By first line: they come in that order. */
    private List<Seen> order = new ArrayList<>();

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
        if (order.size() >= MOST) {
            dropHalf();
        }
        if (2 * (order.size() + 1) > slots.length) {
            rebuild(2 * slots.length);
        }
        slots[free(seen.use.form().key())] = seen;
        order.add(seen);
    }

    /** All that are in the table, by first line. */
    List<Seen> all() {
        return List.copyOf(order);
    }

    private void dropHalf() {
        List<Seen> list = new ArrayList<>(order);
        list.sort(Comparator.comparing((Seen seen) -> seen.use.known() == null)
                .thenComparing(Comparator.comparingLong((Seen seen) -> seen.use.count())
                        .reversed())
                .thenComparing(
                        Comparator.comparingLong((Seen seen) -> seen.use.last()).reversed()));
        order = new ArrayList<>(list.subList(0, MOST / 2));
        order.sort(Comparator.comparingLong((Seen seen) -> seen.use.first()));
        rebuild(slots.length);
    }

    private void rebuild(int length) {
        slots = new Seen[length];
        order.forEach(seen -> slots[free(seen.use.form().key())] = seen);
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
