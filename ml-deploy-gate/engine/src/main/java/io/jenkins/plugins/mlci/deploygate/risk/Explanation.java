package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.RiskRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what each group of features adds to the log-odds over several models, each with a weight. Features of a group say much the same, so that the
 * models share a weight out among them, and take back in one what another had too much of: only their sum is a reason.
 */
final class Explanation {
    /** So many facts of a group are named. */
    private static final int NAMED = 2;
    /** And only those that weigh at least this share of the first one. */
    private static final double WORTH_NAMING = 0.3;

    private final RiskRow row;
    private final double[] features = new double[RiskFeature.values().length];
    private final Map<String, Double> words = new LinkedHashMap<>();

    Explanation(RiskRow row) {
        this.row = row;
    }

    void add(LinearBelief belief, Encoded x, double weight) {
        for (int f = 0; f < features.length; f++) {
            features[f] += weight * belief.denseContribution(x, f);
        }
        for (int i = 0; i < row.words().size(); i++) {
            words.merge(row.words().get(i), weight * belief.wordContribution(x, i), Double::sum);
        }
    }

    void add(double[] contributions, double weight) {
        for (int f = 0; f < features.length; f++) {
            features[f] += weight * contributions[f];
        }
    }

    /** One a group that is not 0, the strongest first. */
    List<Contribution> contributions() {
        Map<RiskFeature.Group, List<Fact>> groups = new EnumMap<>(RiskFeature.Group.class);
        for (RiskFeature feature : RiskFeature.values()) {
            double value = row.get(feature);
            Fact fact = new Fact(
                    Sentences.fact(feature, value), features[feature.ordinal()], Sentences.isAbsence(feature, value));
            add(groups, feature.group(), fact);
        }
        words.forEach((word, part) -> add(groups, Sentences.group(word), new Fact(Sentences.fact(word), part, false)));
        List<Contribution> all = new ArrayList<>();
        groups.forEach((group, facts) -> {
            double sum = facts.stream().mapToDouble(Fact::logOdds).sum();
            if (sum != 0) {
                all.add(new Contribution(group.key(), sum, Sentences.of(group, named(facts, sum), sum)));
            }
        });
        all.sort(Comparator.comparingDouble((Contribution c) -> Math.abs(c.logOdds()))
                .reversed());
        return all;
    }

    private static void add(Map<RiskFeature.Group, List<Fact>> groups, RiskFeature.Group group, Fact fact) {
        groups.computeIfAbsent(group, any -> new ArrayList<>()).add(fact);
    }

    /**
     * What moves the risk most in the direction of all. That something is not there is named as raising the risk only
     * where there is nothing else to name: correlated features share such an effect out in ways that no reader can follow.
     */
    private static List<String> named(List<Fact> facts, double sum) {
        List<Fact> moving = facts.stream()
                .filter(fact -> fact.logOdds() * sum > 0 && !fact.text().isEmpty())
                .toList();
        boolean choose = sum > 0 && !moving.stream().allMatch(Fact::absence);
        List<Fact> leading = moving.stream()
                .filter(fact -> !choose || !fact.absence())
                .sorted(Comparator.comparingDouble((Fact fact) -> Math.abs(fact.logOdds()))
                        .reversed())
                .limit(NAMED)
                .toList();
        return leading.stream()
                .filter(fact -> Math.abs(fact.logOdds())
                        >= WORTH_NAMING * Math.abs(leading.get(0).logOdds()))
                .map(Fact::text)
                .toList();
    }

    /** What one feature or word says and adds, and whether it says that something is not there. */
    private record Fact(String text, double logOdds, boolean absence) {}
}
