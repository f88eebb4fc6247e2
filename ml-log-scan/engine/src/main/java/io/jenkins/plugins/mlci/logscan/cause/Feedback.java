package io.jenkins.plugins.mlci.logscan.cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people of a job said about lines: "this is the cause", "this is noise". A line is remembered by a hash of its words, so lines that
 * differ in numbers only are the same, and no text is kept. Immutable and bounded: at most {@value #MOST} lines, the ones that were
 * judged longest ago go first.
 *
 * @param votes how many said cause less how many said noise, from -{@value #STRONGEST} to {@value #STRONGEST}, by hash of the line's words
 */
public record Feedback(Map<Long, Integer> votes) {
    static final int MOST = 500;
    static final int STRONGEST = 3;
    /** What one vote adds to the log-odds. */
    private static final double VOTE = 2.5;

    public Feedback {
        LinkedHashMap<Long, Integer> copy = new LinkedHashMap<>();
        votes.forEach((line, vote) -> copy.put(line, Math.max(-STRONGEST, Math.min(STRONGEST, vote))));
        while (copy.size() > MOST) {
            copy.remove(copy.keySet().iterator().next());
        }
        votes = Collections.unmodifiableMap(copy);
    }

    /** Nobody said anything. */
    public static Feedback none() {
        return new Feedback(Map.of());
    }

    /** The same after somebody said that this line is the cause. */
    public Feedback cause(String line) {
        return vote(line, 1);
    }

    /** The same after somebody said that this line is noise. */
    public Feedback noise(String line) {
        return vote(line, -1);
    }

    /**
     * The same after one vote on a few lines that belong together. Lines that differ in numbers only are one.
     *
     * @param vote what to add, for example 1 for the cause, -1 for noise, 2 for the cause after noise was taken back
     */
    public Feedback all(List<String> lines, int vote) {
        Set<Long> keys = new LinkedHashSet<>();
        lines.forEach(line -> keys.add(key(line)));
        Feedback changed = this;
        for (long key : keys) {
            changed = changed.vote(key, vote);
        }
        return changed;
    }

    private Feedback vote(String line, int vote) {
        return vote(key(line), vote);
    }

    private Feedback vote(long key, int vote) {
        Map<Long, Integer> changed = new LinkedHashMap<>(votes);
        int sum = changed.getOrDefault(key, 0) + vote;
        changed.remove(key);
        if (sum != 0) {
            changed.put(key, sum);
        }
        return new Feedback(changed);
    }

    /** The probability after what was said about a line with that hash. */
    double applied(double probability, long line) {
        int vote = votes.getOrDefault(line, 0);
        if (vote == 0) {
            return probability;
        }
        double odds = Math.log(Math.max(1e-6, probability) / Math.max(1e-6, 1 - probability)) + VOTE * vote;
        return 1 / (1 + Math.exp(-odds));
    }

    private static long key(String line) {
        byte[] bytes = LineShapes.bytes(line);
        return new LineScanner().scan(bytes, 0, bytes.length).wordsHash;
    }
}
