package io.jenkins.plugins.mlci.deploygate.feature;

import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a title: runs of letters and digits that begin with a letter, cut at capital letters, lower case. */
public final class Words {
    private static final int MOST = 60;
    private static final int LONGEST = 40;

    private Words() {}

    /** The different words of a title in their order, at most 60, then its labels, each with a colon in front. */
    public static List<String> of(ChangeText text) {
        Set<String> words = new LinkedHashSet<>();
        String title = text.title();
        StringBuilder word = new StringBuilder();
        char before = ' ';
        for (int i = 0; i <= title.length() && words.size() < MOST; i++) {
            char c = i < title.length() ? title.charAt(i) : ' ';
            boolean inside = Character.isLetter(c) || (Character.isDigit(c) && word.length() > 0);
            boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
            if ((!inside || hump) && word.length() > 0) {
                if (word.length() > 1 && word.length() <= LONGEST) {
                    words.add(word.toString().toLowerCase(Locale.ROOT));
                }
                word.setLength(0);
            }
            if (inside) {
                word.append(c);
            }
            before = c;
        }
        List<String> all = new ArrayList<>(words);
        for (String label : text.labels()) {
            all.add(":" + label);
        }
        return all;
    }

    /** A number in [0, buckets) for a word; the same in every process. */
    public static int bucket(String word, int buckets) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 15;
        return Math.floorMod(hash, buckets);
    }
}
