package io.jenkins.plugins.mlci.logscan.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes equal failures equal: the category and what the lines to read first say, without anything that changes from build to build
 * (numbers, times, hashes, folders, and the order in which things failed).
 *
 * @param id 16 hexadecimal digits; equal failures have the same
 * @param sketch of all words of the cause lines, {@value #SKETCH} numbers (MinHash), to find failures that are alike and not equal.
 *     Source: A. Broder, On the resemblance and containment of documents, 1997
 */
public record Signature(String id, List<Integer> sketch) {
    static final int SKETCH = 32;
    /** Of many things that failed at once so many are named. */
    private static final int NAMED = 3;

    public Signature {
        sketch = List.copyOf(sketch);
    }

    /**
     * The signature of a failure.
     *
     * @param category its kind
     * @param headlines the lines to read first, one a range, the first one meant
     * @param lines all cause lines that were kept
     */
    public static Signature of(String category, List<String> headlines, List<String> lines) {
        TreeSet<String> named = new TreeSet<>();
        for (String headline : headlines) {
            String words = String.join(" ", PlainWords.of(headline));
            if (!words.isEmpty()) {
                named.add(words);
            }
        }
        List<String> first = new ArrayList<>(named).subList(0, Math.min(NAMED, named.size()));
        Set<String> words = new HashSet<>();
        lines.forEach(line -> words.addAll(PlainWords.of(line)));
        return new Signature(digest(category + "\n" + String.join("\n", first)), sketch(words));
    }

    /** How much the words of two failures have in common, from 0 to 1: an estimate of the Jaccard index. */
    public double similarity(Signature other) {
        if (sketch.size() != other.sketch.size() || sketch.isEmpty()) {
            return id.equals(other.id) ? 1 : 0;
        }
        int same = 0;
        for (int i = 0; i < sketch.size(); i++) {
            same += sketch.get(i).equals(other.sketch.get(i)) ? 1 : 0;
        }
        return (double) same / sketch.size();
    }

    private static List<Integer> sketch(Set<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Integer[] least = new Integer[SKETCH];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (String word : words) {
            long hash = word.hashCode() * 0x9E3779B97F4A7C15L;
            for (int i = 0; i < SKETCH; i++) {
                hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L + i;
                least[i] = Math.min(least[i], (int) (hash >>> 33));
            }
        }
        return List.of(least);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
