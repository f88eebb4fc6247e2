package io.jenkins.plugins.mlci.shared.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Turns text into numbers without keeping a word: each word, each pair of neighbours and, where wanted, each piece of a
 * word is counted in the bucket that its hash names. The first words, which are usually a title, are counted once more in
 * buckets of their own. A bucket's value is {@code 1 + ln(count)}, and less for all but single words.
 *
 * <p>Source: K. Weinberger et al., Feature hashing for large scale multitask learning, 2009.
 *
 * @param bits there are 2^bits buckets; 8 to 22
 * @param wordGrams longest run of neighbouring words that is counted, 1 to 3
 * @param runWeight factor on the value of a run of several words, a first word and a piece, (0, 1]
 * @param head how many of the first words are counted once more, 0 to 100
 * @param shortestPiece shortest piece of a word that is counted, in characters with a mark at both ends of the word; 0 for none
 * @param longestPiece longest piece that is counted; at most 8
 */
public record HashedText(int bits, int wordGrams, float runWeight, int head, int shortestPiece, int longestPiece) {
    /** Words and pairs of neighbours in 262,144 buckets. */
    public static final HashedText WORDS_AND_PAIRS = new HashedText(18, 2, 0.6f, 12, 0, 0);

    private static final int HEAD = 8;
    private static final int PIECE = 9;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    public HashedText {
        boolean pieces = shortestPiece >= 2 && shortestPiece <= longestPiece && longestPiece <= 8;
        boolean noPieces = shortestPiece == 0 && longestPiece == 0;
        boolean runs = wordGrams >= 1 && wordGrams <= 3 && runWeight > 0 && runWeight <= 1;
        if (bits < 8 || bits > 22 || !runs || head < 0 || head > 100 || !(pieces || noPieces)) {
            throw new IllegalArgumentException(
                    "Hashed text needs 8 to 22 bits, runs of 1 to 3 words that weigh more than 0"
                            + " and at most 1, a head of 0 to 100 words and pieces of 2 to 8 characters or none.");
        }
    }

    /** Number of buckets. */
    public int buckets() {
        return 1 << bits;
    }

    /**
     * One thing that was counted.
     *
     * @param text as people read it
     * @param bucket where it is counted
     * @param weight factor on its value
     */
    public record Token(String text, int bucket, float weight) {}

    /** What is counted in a text, with repetitions. */
    public List<Token> tokens(String text) {
        List<String> words = Words.of(text);
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            tokens.add(new Token(word, bucket(0, word), 1));
            if (i < head) {
                tokens.add(new Token(word, bucket(HEAD, word), runWeight));
            }
            for (int n = 1; n < wordGrams && i + n < words.size(); n++) {
                String run = String.join(" ", words.subList(i, i + n + 1));
                tokens.add(new Token(run, bucket(n, run), runWeight));
            }
            if (shortestPiece > 0) {
                pieces("<" + word + ">", tokens);
            }
        }
        return tokens;
    }

    private void pieces(String marked, List<Token> tokens) {
        for (int length = shortestPiece; length <= longestPiece; length++) {
            for (int from = 0; from + length <= marked.length(); from++) {
                String piece = marked.substring(from, from + length);
                tokens.add(new Token(piece, bucket(PIECE, piece), runWeight));
            }
        }
    }

    /** The text as a row with one value for each bucket that is in use. */
    public SparseVector vector(String text) {
        List<Token> tokens = tokens(text);
        tokens.sort(Comparator.comparingInt(Token::bucket));
        int[] indices = new int[tokens.size()];
        float[] values = new float[tokens.size()];
        int size = 0;
        for (int i = 0; i < tokens.size(); ) {
            int from = i;
            float weight = 0;
            while (i < tokens.size()
                    && tokens.get(i).bucket() == tokens.get(from).bucket()) {
                weight = Math.max(weight, tokens.get(i++).weight());
            }
            indices[size] = tokens.get(from).bucket();
            values[size++] = (float) (weight * (1 + Math.log(i - from)));
        }
        return SparseVector.of(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** FNV-1a over the characters, stirred so that the low bits are as good as the others. */
    private int bucket(int kind, String text) {
        long hash = (OFFSET ^ kind) * PRIME;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return (int) ((hash ^ hash >>> 32) & buckets() - 1);
    }
}
