package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words why a test is likely to fail or not. */
final class Reasons {
    private static final int MOST = 3;
    private static final double WORTH_SAYING = 0.2;

    private Reasons() {}

    static List<String> of(SelectionTable table, int row, boolean anyHistory) {
        List<String> reasons = new ArrayList<>();
        if (anyHistory && table.get(SelectionFeature.NEVER_RAN, row) == 1) {
            reasons.add("new: it has never run in this job");
        }
        if (table.get(SelectionFeature.FAILING, row) == 1) {
            reasons.add("it failed when it last ran");
        }
        PriorModel.shipped().contributions(table, row, anyHistory).entrySet().stream()
                .filter(part -> part.getValue() > WORTH_SAYING)
                .sorted(Map.Entry.<SelectionFeature, Double>comparingByValue().reversed())
                .map(part -> say(part.getKey(), table.get(part.getKey(), row)))
                .filter(text -> !text.isEmpty() && !reasons.contains(text))
                .limit(MOST)
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add("nothing speaks for a failure");
        }
        return reasons.size() > MOST ? List.copyOf(reasons.subList(0, MOST)) : List.copyOf(reasons);
    }

    private static String say(SelectionFeature feature, double value) {
        return switch (feature) {
            case SINCE_FAILURE -> "it failed " + builds(value) + " ago";
            case SINCE_CHANGED -> "it was changed " + builds(value) + " ago";
            case SKIPPED_BUILDS -> "it has not run in the last " + builds(value);
            case FILE_ONSETS -> "it began to fail before when one of these files changed";
            case CO_CHANGE -> "it is often changed together with one of these files";
            case STREAK, FAILURE_RATE, DECAYED_FAILURES -> "";
            case SLOWNESS -> "";
            case ONSET_RATE -> value > 0 ? "it has begun to fail in " + percent(value) + " of its runs" : "";
            case OWN_FILE -> "its own file is changed";
            case NAME_RANK, TEXT_RANK -> value > 0.99 ? "no other test's name is closer to the changed files" : "";
            case FAILING_AT_REFERENCE -> "it failed in the reference build";
            default -> feature.meaning();
        };
    }

    private static String builds(double logBuilds) {
        long builds = Math.max(1, Math.round(Math.expm1(logBuilds)));
        return builds == 1 ? "1 build" : builds + " builds";
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f %%", 100 * share);
    }
}
