package io.jenkins.plugins.mlci.logscan.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a line that stay the same when the same thing fails again: no numbers, times, hashes, addresses, no folders of a path and no
 * temporary names.
 */
final class PlainWords {
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_WORDS = 60;
    private static final int LONGEST_WORD = 60;

    /** What joins the words of a name. */
    private static final String JOINTS = "._@$-";

    private PlainWords() {}

    /** The words in order, in lower case. */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        String text = line.length() > MOST_TEXT ? line.substring(0, MOST_TEXT) : line;
        int at = 0;
        while (at < text.length() && words.size() < MOST_WORDS) {
            while (at < text.length() && !isPart(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                add(words, text.substring(at, end));
            }
            at = end;
        }
        return words;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '/'
                || c == '\\'
                || c == '_'
                || c == '.'
                || c == '-'
                || c == '@'
                || c == '$';
    }

    private static void add(List<String> words, String token) {
        String name = token.substring(Math.max(token.lastIndexOf('/'), token.lastIndexOf('\\')) + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        int begin = 0;
        for (int at = 0; at <= lower.length(); at++) {
            if (at == lower.length() || JOINTS.indexOf(lower.charAt(at)) >= 0) {
                String word = lower.substring(begin, at);
                if (word.length() > 1 && word.length() <= LONGEST_WORD && !hasDigit(word) && !isHex(word)) {
                    words.add(word);
                }
                begin = at + 1;
            }
        }
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Eight or more letters that are all hexadecimal digits are a hash and no word. */
    private static boolean isHex(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'f') {
                return false;
            }
        }
        return word.length() >= 8;
    }
}
