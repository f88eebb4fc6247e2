package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.line.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps what will be looked at when the log ended, in constant memory: the first lines, the last lines, and the neighbourhoods of lines that
 * stand out. A log of up to {@value #TAIL} lines is kept whole.
 */
final class EvidenceKeeper {
    static final int TAIL = 6_000;
    static final int HEAD = 500;
    /** Lines in neighbourhoods between head and tail. */
    static final int MIDDLE = 8_000;

    private static final int BEFORE = 6;
    private static final int AFTER = 12;
    /** Neighbourhoods that are kept of one wording: the first ones tell most. */
    private static final int EACH = 3;

    private record Neighbourhood(long first, long last) {}

    private final List<KeptLine> kept = new ArrayList<>();
    /** The tail: line n is in slot n modulo its length. */
    private final KeptLine[] tail = new KeptLine[TAIL];

    /** Neighbourhoods whose lines have not all left the tail, in order. */
    private final Deque<Neighbourhood> wanted = new ArrayDeque<>();

    private long lines;
    private int middle;

    /** Takes the next line. */
    void add(Line line, Seen seen, double novelty, boolean standsOut) {
        int slot = (int) (lines % TAIL);
        if (tail[slot] == null) {
            tail[slot] = new KeptLine();
        } else {
            leave(tail[slot]);
        }
        tail[slot].set(line, seen, novelty);
        lines++;
        if (standsOut && seen.kept < EACH) {
            seen.kept++;
            want(Math.max(1, line.number() - BEFORE), line.number() + AFTER);
        }
    }

    /** All that is kept, in order. No line may be added any more. */
    List<LineEvidence> lines() {
        List<LineEvidence> evidence = new ArrayList<>(kept.size() + (int) Math.min(TAIL, lines));
        kept.forEach(line -> evidence.add(line.evidence()));
        long first = Math.max(0, lines - TAIL);
        for (long line = first; line < lines; line++) {
            evidence.add(tail[(int) (line % TAIL)].evidence());
        }
        return evidence;
    }

    private void want(long first, long last) {
        Neighbourhood before = wanted.peekLast();
        if (before != null && before.last >= first - 1) {
            wanted.removeLast();
            wanted.addLast(new Neighbourhood(before.first, last));
        } else {
            wanted.addLast(new Neighbourhood(first, last));
        }
    }

    /** Keeps a line that leaves the tail if it is one of the first or in a neighbourhood. */
    private void leave(KeptLine line) {
        while (!wanted.isEmpty() && wanted.getFirst().last < line.number) {
            wanted.removeFirst();
        }
        if (line.number <= HEAD) {
            kept.add(line.copy());
        } else if (middle < MIDDLE && !wanted.isEmpty() && wanted.getFirst().first <= line.number) {
            kept.add(line.copy());
            middle++;
        }
    }
}
