package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Objects;

/**
 * A trained model that needs no learner to be used: it scores rows, says probabilities and explains itself.
 *
 * @param schema the features it reads
 * @param predictor what was learned
 * @param calibration makes its probabilities honest
 * @param provenance where it comes from
 */
public record PortableModel(FeatureSchema schema, Predictor predictor, Calibration calibration, Provenance provenance) {
    public PortableModel {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(predictor, "predictor");
        Objects.requireNonNull(calibration, "calibration");
        Objects.requireNonNull(provenance, "provenance");
        if (predictor.features() != schema.size()) {
            throw new ModelFormatException(
                    "The model's predictor does not read the " + schema.size() + " features of its schema.");
        }
    }

    /** The raw score of every row, only good for ranking. */
    public double[] scores(FeatureTable table) {
        requireSchema(table);
        return predictor.score(table);
    }

    /** The calibrated probability of every row, in [0, 1]. */
    public double[] probabilities(FeatureTable table) {
        double[] values = scores(table);
        for (int row = 0; row < values.length; row++) {
            values[row] = probability(values[row]);
        }
        return values;
    }

    /** The calibrated probability in [0, 1] of a raw score of this model. */
    public double probability(double rawScore) {
        return calibration.calibrate(predictor.link().probability(rawScore));
    }

    /** The same model with another calibration. */
    public PortableModel withCalibration(Calibration other) {
        return new PortableModel(schema, predictor, other, provenance);
    }

    /** The same model with another provenance. */
    public PortableModel withProvenance(Provenance other) {
        return new PortableModel(schema, predictor, calibration, other);
    }

    /**
     * The same model over a schema that matches its own: of rows with that very schema nothing has to be compared.
     *
     * @throws ModelFormatException when it does not match
     */
    public PortableModel over(FeatureSchema same) {
        if (!schema.matches(same)) {
            throw new ModelFormatException("The model reads features " + schema.id() + " version " + schema.version()
                    + ", not " + same.id() + " version " + same.version() + ".");
        }
        return new PortableModel(same, predictor, calibration, provenance);
    }

    private void requireSchema(FeatureTable table) {
        if (table.schema() != schema && !table.schema().matches(schema)) {
            throw new IllegalArgumentException("The model reads features " + schema.id() + " version "
                    + schema.version() + ", but the rows are " + table.schema().id() + " version "
                    + table.schema().version() + ".");
        }
    }
}
