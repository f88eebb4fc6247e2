package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is found, in words that a tired person understands. */
public final class Wording {
    private static final int LONGEST_QUOTE = 160;

    /** Of a time in ISO 8601, the date. */
    private static final int DAY = 10;
    /** So many digits of a commit are shown. */
    private static final int SHORT = 8;

    private Wording() {}

    /** The verdict: one sentence. */
    public static String verdict(ScanReport report) {
        String line = report.causeLine().map(Wording::cut).orElse("");
        if (!line.isEmpty()) {
            return (report.result().transientFailure() ? "Probably transient: " : "Cause: ") + line;
        }
        if (!report.secrets().isEmpty()) {
            return "The log shows " + count(report.result().secrets(), "secret") + ".";
        }
        return switch (report.outcome()) {
            case FAILED -> "The log does not say why the build failed.";
            case GOOD -> "Nothing in the log needs attention.";
            case UNKNOWN -> "Nothing in the log looks like the cause of a failure so far.";
        };
    }

    /** What stands behind the verdict, in at most three short sentences; may be empty. */
    public static String why(ScanReport report) {
        ScanResult result = report.result();
        List<String> parts = new ArrayList<>();
        if (!report.causes().isEmpty() && !result.category().isEmpty()) {
            String kind = kind(result.category(), result.categoryProbability());
            parts.add(
                    result.knowsCategory()
                            ? kind + ": "
                                    + FailureCategory.of(result.category()).meaning() + "."
                            : kind + ".");
        }
        if (report.past().count() > 0) {
            parts.add(seen(report.past()));
        } else if (!result.signature().isEmpty()) {
            parts.add("Not seen before.");
        }
        if (!report.causes().isEmpty() && !report.secrets().isEmpty()) {
            parts.add("The log also shows " + count(result.secrets(), "secret") + ".");
        }
        return String.join(" ", parts);
    }

    /** How often, since when, and what helped. Other jobs are not named: whoever reads this may not know of them. */
    public static String seen(Past past) {
        StringBuilder sentence = new StringBuilder("Seen ")
                .append(past.count() == 1 ? "once" : String.format(Locale.ROOT, "%,d times", past.count()))
                .append(" before");
        if (past.since().length() >= DAY) {
            sentence.append(past.count() == 1 ? ", on " : ", since ").append(past.since(), 0, DAY);
        }
        past.recent().stream()
                .filter(place -> place.job().equals(past.job()))
                .findFirst()
                .ifPresentOrElse(
                        place -> sentence.append(", last in #").append(place.number()),
                        () -> sentence.append(", in other jobs only"));
        if (past.remedy() != null) {
            sentence.append("; then ").append(remedy(past.remedy()));
        }
        return sentence.append('.').toString();
    }

    /** What made it good again, for example {@code a retry helped (#14)}. */
    public static String remedy(Past.Remedy remedy) {
        if (remedy.retry()) {
            return "a retry helped (#" + remedy.number() + ")";
        }
        String commit = remedy.commit().length() > SHORT ? remedy.commit().substring(0, SHORT) : remedy.commit();
        return "#" + remedy.number() + " was good again" + (commit.isEmpty() ? "" : " with commit " + commit);
    }

    /** How much was read, and what it was compared with. */
    public static String scope(ScanReport report) {
        ScanResult result = report.result();
        String read =
                result.complete() ? count(result.lines(), "line") + " read" : "Not all lines were read: time was up";
        String compared = result.goodBuilds() == 0
                ? "no good build of this job is known yet to compare with"
                : "compared with " + count(result.goodBuilds(), "good build");
        return read + "; " + compared + ".";
    }

    /** A category with how sure it is, for example {@code Out of memory (93 %)}; empty without one. */
    public static String kind(String category, double probability) {
        if (category.isEmpty()) {
            return "";
        }
        if (FailureCategory.of(category) == FailureCategory.UNKNOWN) {
            return "Kind of failure unknown";
        }
        String name = category(category);
        return probability >= ScanResult.CLEAR
                ? name + " (" + percent(probability) + ")"
                : "Kind of failure unclear, perhaps " + name.toLowerCase(Locale.ROOT) + " (" + percent(probability)
                        + ")";
    }

    /** A category for people, for example {@code Out of memory}. */
    public static String category(String key) {
        String words = key.replace('_', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** For example {@code 1 line}, {@code 48,221 lines}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** For example {@code 93 %}; certainty is never claimed. */
    public static String percent(double share) {
        long rounded = Math.round(100 * share);
        return Math.max(share > 0 ? 1 : 0, Math.min(share < 1 ? 99 : 100, rounded)) + " %";
    }

    private static String cut(String line) {
        String plain = line.replaceAll("\\p{Cntrl}+", " ").strip();
        int end = plain.codePointCount(0, plain.length()) <= LONGEST_QUOTE
                ? plain.length()
                : plain.offsetByCodePoints(0, LONGEST_QUOTE);
        return end < plain.length() ? plain.substring(0, end) + " ..." : plain;
    }
}
