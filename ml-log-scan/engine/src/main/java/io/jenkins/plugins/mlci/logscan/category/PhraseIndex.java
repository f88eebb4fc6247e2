package io.jenkins.plugins.mlci.logscan.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many phrases, each filed under that of its pairs of characters under which fewest others are, so that of a line only those are looked
 * for that it may have.
 */
final class PhraseIndex {
    private final List<String> phrases;
    /** By the bit of the pair, see {@link LowerText}. */
    private final int[][] byPair = new int[LowerText.BITS][];

    /** @param phrases in lower case, two characters or longer */
    PhraseIndex(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
        List<List<Integer>> filed = new ArrayList<>();
        for (int bit = 0; bit < LowerText.BITS; bit++) {
            filed.add(new ArrayList<>());
        }
        for (int i = 0; i < phrases.size(); i++) {
            emptiest(phrases.get(i), filed).add(i);
        }
        Arrays.setAll(
                byPair,
                bit -> filed.get(bit).stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> emptiest(String phrase, List<List<Integer>> filed) {
        List<Integer> best = filed.get(LowerText.bit(phrase, 0));
        for (int at = 1; at + 1 < phrase.length(); at++) {
            List<Integer> other = filed.get(LowerText.bit(phrase, at));
            best = other.size() < best.size() ? other : best;
        }
        return best;
    }

    /** The numbers of the phrases that stand in a line, in no order. */
    int[] in(LowerText line) {
        int[] found = new int[8];
        int count = 0;
        for (int bit = line.nextPair(0); bit >= 0; bit = line.nextPair(bit + 1)) {
            for (int phrase : byPair[bit]) {
                if (line.contains(phrases.get(phrase))) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = phrase;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
