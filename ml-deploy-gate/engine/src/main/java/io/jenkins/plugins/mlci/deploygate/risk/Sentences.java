package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import java.util.List;
import java.util.Locale;

/** Says in words what facts do to the risk. */
final class Sentences {
    private static final String IT_IS = "it is ";
    /** Up to here the odds change by a tenth: little beside what is not known. */
    private static final double LITTLE = 0.1;
    /** From here on they double or halve. */
    private static final double MUCH = 0.7;

    private static final String LN_COUNT = "ln count";

    private Sentences() {}

    /** For example {@code The size of the change: lines added: 120, files changed: 4. This raises the risk.} */
    static String of(RiskFeature.Group group, List<String> facts, double logOdds) {
        String head = group.meaning();
        return head + (facts.isEmpty() ? "." : ": " + String.join(", ", facts) + ".") + effect(logOdds);
    }

    /** For example {@code lines added: 120}; empty where a number says nothing to people. */
    static String fact(RiskFeature feature, double value) {
        String meaning = feature.meaning();
        if (feature.unit().equals("0 or 1") && value == 0) {
            return meaning.startsWith(IT_IS) ? "it is not " + meaning.substring(IT_IS.length()) : "not so: " + meaning;
        }
        if (feature.unit().endsWith("sine")) {
            return "";
        }
        String shown = shown(feature, value);
        return shown.isEmpty() ? meaning : meaning + ": " + shown;
    }

    /** Whether a value says that there is none of it, or that it is not so. */
    static boolean isAbsence(RiskFeature feature, double value) {
        return value == 0 && (feature.unit().equals("0 or 1") || feature.unit().equals(LN_COUNT));
    }

    /** The same of a word of the title, a part, a label or an author. */
    static String fact(String word) {
        if (word.startsWith("@")) {
            return "the record of the author";
        } else if (word.startsWith("/")) {
            return "the record of " + word.substring(1);
        } else if (word.startsWith(":")) {
            return "it is marked " + word.substring(1);
        }
        return "it says \"" + word + "\"";
    }

    /** The features that a word belongs to. */
    static RiskFeature.Group group(String word) {
        if (word.startsWith("@")) {
            return RiskFeature.Group.PEOPLE;
        }
        return word.startsWith("/") ? RiskFeature.Group.FILES : RiskFeature.Group.TEXT;
    }

    private static String effect(double logOdds) {
        double size = Math.abs(logOdds);
        String how = size >= MUCH ? " much" : size <= LITTLE ? " a little" : "";
        return (logOdds > 0 ? " This raises the risk" : " This lowers the risk") + how + ".";
    }

    private static String shown(RiskFeature feature, double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        String unit = feature.unit();
        return switch (unit) {
            case "0 or 1", "nats" -> "";
            case "share" -> percent(value);
            case "ln rate" -> percent(Math.exp(value));
            case "ln ratio" -> String.format(Locale.ROOT, "%.2g times", Math.exp(value));
            case "bits" -> String.format(Locale.ROOT, "%.1f bits", value);
            default -> number(feature, Math.expm1(value), unit.replaceFirst("ln ", ""));
        };
    }

    private static String number(RiskFeature feature, double value, String unit) {
        // Back from its logarithm a whole number is whole but for the last digit.
        String text = value >= 10 || Math.abs(value - Math.rint(value)) < 1e-6
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
        boolean said = feature.meaning().startsWith(unit + " ");
        return unit.equals("count") || unit.equals("lines") || said ? text : text + " " + unit;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
