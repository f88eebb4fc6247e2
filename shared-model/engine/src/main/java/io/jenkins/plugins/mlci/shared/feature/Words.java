package io.jenkins.plugins.mlci.shared.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into words, the same way wherever text is learned from or compared. */
public final class Words {
    /** Characters of a text that are read at most; what follows is not looked at. */
    public static final int MOST_CHARACTERS = 100_000;

    private static final int LONGEST = 60;
    private static final int LONGEST_NUMBER = 4;

    private Words() {}

    /**
     * The words of a text in their order, in lower case. A word is a run of letters and digits. A name such as {@code
     * OrderService} gives itself and its parts. A number of more than four digits, which is rarely seen twice, becomes
     * {@code #}.
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int end = Math.min(text.length(), MOST_CHARACTERS);
        int start = -1;
        for (int i = 0; i <= end; i++) {
            boolean inside = i < end && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(text.substring(start, i), words);
                start = -1;
            }
        }
        return words;
    }

    private static void add(String run, List<String> words) {
        String whole = run.length() > LONGEST ? run.substring(0, LONGEST) : run;
        boolean isNumber = whole.chars().allMatch(Character::isDigit);
        words.add(isNumber && whole.length() > LONGEST_NUMBER ? "#" : whole.toLowerCase(Locale.ROOT));
        List<String> parts = parts(whole);
        if (parts.size() > 1) {
            words.addAll(parts);
        }
    }

    /** Humps of a name; an acronym before a hump is one part: XMLReader is xml and reader. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < name.length(); i++) {
            boolean rises = Character.isLowerCase(name.charAt(i - 1)) && Character.isUpperCase(name.charAt(i));
            boolean acronymEnds = Character.isUpperCase(name.charAt(i - 1))
                    && Character.isUpperCase(name.charAt(i))
                    && i + 1 < name.length()
                    && Character.isLowerCase(name.charAt(i + 1));
            if (rises || acronymEnds) {
                parts.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                start = i;
            }
        }
        parts.add(name.substring(start).toLowerCase(Locale.ROOT));
        return parts;
    }
}
