package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import java.util.Locale;

/** Says in words what a fact does to the risk. */
final class Sentences {
    private static final String IT_IS = "it is ";

    private Sentences() {}

    /** For example {@code Lines added: 120. This raises the risk.} */
    static String of(RiskFeature feature, double value, double logOdds) {
        String meaning = feature.meaning();
        if (feature.unit().equals("0 or 1") && value == 0) {
            String not = meaning.startsWith(IT_IS)
                    ? "It is not " + meaning.substring(IT_IS.length())
                    : "This is not so: " + meaning;
            return not + "." + effect(logOdds);
        }
        String head = Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
        String shown = shown(feature, value);
        return head + (shown.isEmpty() ? "." : ": " + shown + ".") + effect(logOdds);
    }

    static String ofWord(String word, double logOdds) {
        String what;
        if (word.startsWith("@")) {
            what = "The record of the author.";
        } else if (word.startsWith("/")) {
            what = "The record of the part " + word.substring(1) + ".";
        } else if (word.startsWith(":")) {
            what = "The change is marked " + word.substring(1) + ".";
        } else {
            what = "The title says \"" + word + "\".";
        }
        return what + effect(logOdds);
    }

    private static String effect(double logOdds) {
        return logOdds > 0 ? " This raises the risk." : " This lowers the risk.";
    }

    private static String shown(RiskFeature feature, double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        String unit = feature.unit();
        return switch (unit) {
            case "0 or 1", "sine", "cosine", "nats" -> "";
            case "share" -> percent(value);
            case "ln rate" -> percent(Math.exp(value));
            case "ln ratio" -> String.format(Locale.ROOT, "%.2g times", Math.exp(value));
            case "bits" -> String.format(Locale.ROOT, "%.1f bits", value);
            default -> number(Math.expm1(value), unit.replaceFirst("ln ", ""));
        };
    }

    private static String number(double value, String unit) {
        String text = value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
        return unit.equals("count") || unit.equals("lines") ? text : text + " " + unit;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
