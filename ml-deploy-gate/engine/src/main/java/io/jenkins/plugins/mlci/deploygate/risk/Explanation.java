package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.RiskRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what each feature and word adds to the log-odds over several models, each with a weight. */
final class Explanation {
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

    /** All that is not 0, the strongest first. */
    List<Contribution> contributions() {
        List<Contribution> all = new ArrayList<>();
        for (RiskFeature feature : RiskFeature.values()) {
            double part = features[feature.ordinal()];
            if (part != 0) {
                double value = row.get(feature);
                all.add(new Contribution(feature.key(), value, part, Sentences.of(feature, value, part)));
            }
        }
        words.forEach((word, part) -> {
            if (part != 0) {
                all.add(new Contribution("word", Double.NaN, part, Sentences.ofWord(word, part)));
            }
        });
        all.sort(Comparator.comparingDouble((Contribution c) -> Math.abs(c.logOdds()))
                .reversed());
        return all;
    }
}
