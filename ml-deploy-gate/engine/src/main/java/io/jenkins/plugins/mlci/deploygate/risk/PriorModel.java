package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.feature.Words;
import io.jenkins.plugins.mlci.shared.feature.Clipper;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.LinearPredictor;
import io.jenkins.plugins.mlci.shared.model.LinearTerm;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of failing deployments before anything of one's own is known: a linear model over the features of {@link
 * RiskFeature} and some words that titles have in common everywhere.
 */
public final class PriorModel {
    private static final String SHIPPED = "prior-deploy.json";
    private static final String WORD = "word:";

    private final PortableModel portable;
    private final LinearPredictor predictor;
    private final Map<String, Double> words = new LinkedHashMap<>();

    private PriorModel(PortableModel portable) {
        this.portable = portable;
        if (!(portable.predictor() instanceof LinearPredictor linear)) {
            throw new ModelFormatException("A prior model of deployment risk must be linear.");
        }
        predictor = linear;
        List<Feature> features = portable.schema().features();
        int own = RiskFeature.values().length;
        for (int f = 0; f < features.size(); f++) {
            String name = features.get(f).name();
            boolean fits = f < own
                    ? name.equals(RiskFeature.values()[f].key())
                    : name.startsWith(WORD) && name.length() > WORD.length();
            if (!fits) {
                throw new ModelFormatException("The prior model reads " + name
                        + ", which this version does not know. Train it again with mlci train-prior deploy.");
            }
            if (f >= own) {
                words.put(name.substring(WORD.length()), linear.terms().get(f).weight());
            }
        }
        if (features.size() < own) {
            throw new ModelFormatException(
                    "The prior model reads fewer features than this version knows. Train it again"
                            + " with mlci train-prior deploy.");
        }
    }

    /** The prior in this portable model. */
    public static PriorModel of(PortableModel portable) {
        return new PriorModel(portable);
    }

    /**
     * The prior that ships with the engine; see {@code docs/model-card-deploy-prior.md}.
     *
     * @throws ModelFormatException when it is damaged
     */
    public static PriorModel shipped() {
        try (InputStream in = PriorModel.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new ModelFormatException("The prior model of deployment risk is missing in this build.");
            }
            return of(ModelJson.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Knows nothing but a failure rate. */
    public static PriorModel neutral(double logOdds) {
        List<LinearTerm> terms = new ArrayList<>();
        for (int f = 0; f < RiskFeature.values().length; f++) {
            terms.add(term(0, 1, 0));
        }
        Provenance provenance = new Provenance("none", Map.of(), "none", null, null, 0, 0, 0, Map.of(), "");
        return of(make(logOdds, terms, Map.of(), provenance));
    }

    /** A prior as a portable model. */
    static PortableModel make(double bias, List<LinearTerm> terms, Map<String, Double> words, Provenance provenance) {
        List<Feature> features = new ArrayList<>(RiskFeature.schema().features());
        List<LinearTerm> all = new ArrayList<>(terms);
        words.forEach((word, weight) -> {
            features.add(new Feature(WORD + word, "share", "the title or a label holds the word " + word, false));
            all.add(term(0, 1, weight));
        });
        return new PortableModel(
                new FeatureSchema("deployment-risk-prior", 1, features),
                new LinearPredictor(bias, all),
                Calibration.identity(),
                provenance);
    }

    static LinearTerm term(double mean, double scale, double weight) {
        return new LinearTerm(Clipper.NONE, mean, scale, weight, 0, 0);
    }

    /** The portable model. */
    public PortableModel portable() {
        return portable;
    }

    /** One term for each feature. */
    List<LinearTerm> terms() {
        return predictor.terms().subList(0, RiskFeature.values().length);
    }

    /** A belief that starts at this prior. */
    LinearBelief belief(int buckets) {
        double[] table = new double[buckets];
        words.forEach((word, weight) -> table[Words.bucket(word, buckets)] += weight);
        double[] dense = terms().stream().mapToDouble(LinearTerm::weight).toArray();
        return new LinearBelief(predictor.intercept(), dense, table);
    }
}
