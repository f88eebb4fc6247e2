package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.model.ModelDocument.CalibrationDocument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Turns calibrations into documents and back. */
final class CalibrationDocuments {
    private CalibrationDocuments() {}

    static CalibrationDocument of(Calibration calibration) {
        if (calibration instanceof PlattCalibration platt) {
            return new CalibrationDocument("platt", new double[] {platt.slope(), platt.intercept()});
        }
        if (calibration instanceof BetaCalibration beta) {
            return new CalibrationDocument("beta", new double[] {beta.a(), beta.b(), beta.c()});
        }
        if (calibration instanceof IsotonicCalibration isotonic) {
            DoubleStream inputs = isotonic.inputs().stream().mapToDouble(Double::doubleValue);
            DoubleStream outputs = isotonic.outputs().stream().mapToDouble(Double::doubleValue);
            return new CalibrationDocument(
                    "isotonic", DoubleStream.concat(inputs, outputs).toArray());
        }
        return new CalibrationDocument("identity", new double[0]);
    }

    static Calibration calibration(CalibrationDocument document) {
        double[] numbers = document.numbers();
        return switch (document.kind()) {
            case "identity" -> new IdentityCalibration();
            case "platt" -> new PlattCalibration(exactly(2, document)[0], numbers[1]);
            case "beta" -> new BetaCalibration(exactly(3, document)[0], numbers[1], numbers[2]);
            case "isotonic" -> {
                int half = numbers.length / 2;
                yield new IsotonicCalibration(list(numbers, 0, half), list(numbers, half, numbers.length));
            }
            default -> throw new ModelFormatException("The calibration " + document.kind() + " is not known.");
        };
    }

    private static double[] exactly(int count, CalibrationDocument document) {
        if (document.numbers().length != count) {
            throw new ModelFormatException("The calibration " + document.kind() + " needs " + count + " numbers.");
        }
        return document.numbers();
    }

    private static List<Double> list(double[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).boxed().toList();
    }
}
