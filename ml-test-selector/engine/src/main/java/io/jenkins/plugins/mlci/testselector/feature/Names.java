package io.jenkins.plugins.mlci.testselector.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits test names and file paths of any ecosystem into segments and lower-case words. */
final class Names {
    /** Words that say that something is a test, not what it tests. */
    private static final Set<String> TEST_WORDS =
            Set.of("test", "tests", "it", "itest", "spec", "specs", "testcase", "case");

    /** Endings of source files that a test's name may carry too (Jest and Playwright name tests by file). */
    private static final int LONGEST_EXTENSION = 6;

    /** How many letters of a word are compared. */
    private static final int STEM = 5;

    /** Folders of a folder are compared with each other, so that a name of thousands of them must not get that far. */
    private static final int MOST_SEGMENTS = 100;

    private Names() {}

    /** The last segments of a path or a dotted name, 100 at most, without the file's extension; never null. */
    static List<String> segments(String name) {
        boolean path = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '/' : name.charAt(i);
            if (c == '/' || c == '\\' || c == '$' || c == ':' || (c == '.' && !path)) {
                if (i > start) {
                    segments.add(name.substring(start, i));
                }
                start = i + 1;
            }
        }
        if (path && !segments.isEmpty()) {
            int last = segments.size() - 1;
            segments.set(last, withoutExtension(segments.get(last)));
        }
        int size = segments.size();
        return size <= MOST_SEGMENTS ? segments : new ArrayList<>(segments.subList(size - MOST_SEGMENTS, size));
    }

    /** A file's name up to its first dot that is not at the start: {@code cart.spec.ts} gives {@code cart}. */
    static String withoutExtension(String file) {
        int dot = file.indexOf('.', 1);
        return dot > 0 && file.length() - file.lastIndexOf('.') <= LONGEST_EXTENSION + 1
                ? file.substring(0, dot)
                : file;
    }

    /** The words of an identifier, split at case changes, digits and punctuation, in lower case. */
    static List<String> words(String identifier) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= identifier.length(); i++) {
            if (i == identifier.length() || splits(identifier, i)) {
                String word = letters(identifier, start, i);
                if (!word.isEmpty()) {
                    words.add(word);
                }
                start = i;
            }
        }
        return words;
    }

    /** The words of an identifier that say what it is about: {@code JsonReaderTest} gives json, reader. */
    static List<String> subject(String identifier) {
        List<String> words = words(identifier);
        List<String> subject =
                words.stream().filter(word -> !TEST_WORDS.contains(word)).toList();
        return subject.isEmpty() ? words : subject;
    }

    /** The first letters of a word, so that serializer and serialization, attribute and attributes meet. */
    static String stem(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    private static boolean splits(String text, int i) {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        if (Character.isUpperCase(here)) {
            boolean lowerNext = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
            return !Character.isUpperCase(before) || lowerNext;
        }
        return Character.isLetter(here) != Character.isLetter(before)
                || Character.isDigit(here) != Character.isDigit(before);
    }

    private static String letters(String text, int from, int to) {
        return Character.isLetterOrDigit(text.charAt(from))
                ? text.substring(from, to).toLowerCase(Locale.ROOT)
                : "";
    }
}
