package io.jenkins.plugins.mlci.testselector.policy;

/** Matches names against patterns in linear memory and without backtracking over all combinations. */
public final class Wildcard {
    private Wildcard() {}

    /**
     * Whether a pattern matches the whole text.
     *
     * @param pattern {@code ?} stands for one letter and {@code *} for any number of letters, neither for a slash;
     *     {@code **} for any number of letters with slashes
     */
    public static boolean matches(String pattern, String text) {
        boolean[] reach = new boolean[text.length() + 1];
        reach[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            boolean[] next = new boolean[text.length() + 1];
            if (c == '*') {
                boolean deep = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
                if (deep) {
                    p++;
                }
                next[0] = reach[0];
                for (int t = 1; t <= text.length(); t++) {
                    next[t] = reach[t] || (next[t - 1] && (deep || text.charAt(t - 1) != '/'));
                }
                // a/**/b also means a/b
                if (deep && p + 1 < pattern.length() && pattern.charAt(p + 1) == '/') {
                    boolean[] after = new boolean[text.length() + 1];
                    for (int t = 0; t <= text.length(); t++) {
                        after[t] = reach[t] || (t > 0 && next[t - 1] && text.charAt(t - 1) == '/');
                    }
                    p++;
                    next = after;
                }
            } else {
                for (int t = 1; t <= text.length(); t++) {
                    char letter = text.charAt(t - 1);
                    next[t] = reach[t - 1] && (c == letter || (c == '?' && letter != '/'));
                }
            }
            reach = next;
        }
        return reach[text.length()];
    }
}
