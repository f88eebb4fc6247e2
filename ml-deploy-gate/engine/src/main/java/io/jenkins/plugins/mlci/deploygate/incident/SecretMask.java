package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in texts that people and tools send. It knows the shapes that are seldom anything else: values that
 * are called passwords or tokens, credentials in an address, and tokens with a prefix of their own. It does not guess from randomness,
 * since versions, digests and ids are what an incident is about.
 */
public final class SecretMask {
    /** What stands where a secret was. */
    public static final String MASK = "****";

    /** In each, the group {@code secret} is what is masked. Quantifiers have limits, so that no text takes long. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?<secret>[^-]{1,10000})(?:-----END|$)"),
            Pattern.compile(
                    "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{0,200}:(?<secret>[^\\s/@]{1,500})@",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:bearer|basic)\\s{1,5}(?<secret>[A-Za-z0-9+/=._~-]{8,4000})", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "[A-Za-z0-9_.-]{0,60}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key|access[-_]?key"
                            + "|private[-_]?key|credentials?)[A-Za-z0-9_]{0,30}[\"']?\\s{0,5}[=:]\\s{0,5}[\"']?"
                            + "(?!(?:true|false|null|none)\\b)(?<secret>[^\\s\"',;&]{4,4000})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?<secret>gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"
                    + "|glpat-[A-Za-z0-9_-]{20,64}|xox[abprs]-[A-Za-z0-9-]{10,250}|(?:AKIA|ASIA)[A-Z0-9]{16}"
                    + "|eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}(?:\\.[A-Za-z0-9_-]{0,2000})?)"));

    private SecretMask() {}

    /** The text with {@link #MASK} where a secret was. */
    public static String of(String text) {
        String masked = text;
        for (Pattern shape : SHAPES) {
            masked = masked(masked, shape);
        }
        return masked;
    }

    private static String masked(String text, Pattern shape) {
        Matcher matcher = shape.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            result.append(text, from, matcher.start("secret")).append(MASK);
            from = matcher.end("secret");
        }
        return result.append(text, from, text.length()).toString();
    }
}
