package io.jenkins.plugins.mlci.plugin.deploygate.service;

import java.util.regex.Pattern;

/** Texts from outside with what looks like a secret left out. Would rather mask a harmless word than keep a secret. */
public final class Masked {
    private static final String MASK = "****";
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(passw(?:or)?d|pwd|secret|token|api[_-]?key|credentials?)(\\s*[=:]\\s*)\\S+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._-]{8,}");
    private static final Pattern USER_INFO = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^\\s/@]+@");
    /** Long words of letters and digits, but no commit ids. */
    private static final Pattern LONG = Pattern.compile(
            "(?<![A-Za-z0-9_-])(?![0-9a-f]{40}(?![A-Za-z0-9_-]))(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9_-]{32,}");

    private Masked() {}

    /** The text without secrets. */
    public static String text(String text) {
        String masked = NAMED.matcher(text).replaceAll("$1$2" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
        masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
        return LONG.matcher(masked).replaceAll(MASK);
    }
}
