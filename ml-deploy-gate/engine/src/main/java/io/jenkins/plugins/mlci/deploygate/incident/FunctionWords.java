package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.Set;

/** English words that hold a sentence together and say nothing of what broke: no reason that helps a reader. */
final class FunctionWords {
    private static final Set<String> WORDS = Set.of(
            "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been",
            "before", "being", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "for", "from", "had",
            "has", "have", "having", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it",
            "its", "just", "me", "my", "of", "on", "or", "our", "she", "should", "so", "some", "such", "than", "that",
            "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "us", "very", "was",
            "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "you",
            "your");

    private FunctionWords() {}

    /** Whether a word, or each word of a run of words with spaces between them, is one. */
    static boolean only(String words) {
        for (String word : words.split(" ")) {
            if (!WORDS.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
