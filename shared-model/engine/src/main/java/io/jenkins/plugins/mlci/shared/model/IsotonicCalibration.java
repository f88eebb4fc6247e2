package io.jenkins.plugins.mlci.shared.model;

import java.util.Arrays;
import java.util.List;

/**
 * A never decreasing line through points, straight between them and flat outside.
 *
 * <p>Source: B. Zadrozny, C. Elkan, Transforming classifier scores into accurate multiclass probability estimates, KDD
 * 2002.
 */
public final class IsotonicCalibration implements Calibration {
    private final double[] inputs;
    private final double[] outputs;

    /**
     * The line through these points.
     *
     * @param inputs uncalibrated probabilities, strictly increasing, at least one
     * @param outputs calibrated probabilities in [0, 1], never decreasing, as many
     */
    public IsotonicCalibration(List<Double> inputs, List<Double> outputs) {
        this.inputs = inputs.stream().mapToDouble(Double::doubleValue).toArray();
        this.outputs = outputs.stream().mapToDouble(Double::doubleValue).toArray();
        if (this.inputs.length == 0 || this.inputs.length != this.outputs.length) {
            throw new ModelFormatException(
                    "An isotonic calibration needs as many inputs as outputs, and at least one.");
        }
        for (int i = 0; i < this.inputs.length; i++) {
            boolean rises = i == 0 || this.inputs[i] > this.inputs[i - 1] && this.outputs[i] >= this.outputs[i - 1];
            boolean valid = Double.isFinite(this.inputs[i]) && this.outputs[i] >= 0 && this.outputs[i] <= 1;
            if (!rises || !valid) {
                throw new ModelFormatException(
                        "The isotonic calibration is not a rising line of probabilities at point " + i + ".");
            }
        }
    }

    /** The inputs, rising. */
    public List<Double> inputs() {
        return Arrays.stream(inputs).boxed().toList();
    }

    /** The outputs, never falling. */
    public List<Double> outputs() {
        return Arrays.stream(outputs).boxed().toList();
    }

    @Override
    public double calibrate(double probability) {
        int found = Arrays.binarySearch(inputs, probability);
        if (found >= 0) {
            return outputs[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return outputs[0];
        }
        if (above == inputs.length) {
            return outputs[above - 1];
        }
        double share = (probability - inputs[above - 1]) / (inputs[above] - inputs[above - 1]);
        return outputs[above - 1] + share * (outputs[above] - outputs[above - 1]);
    }
}
