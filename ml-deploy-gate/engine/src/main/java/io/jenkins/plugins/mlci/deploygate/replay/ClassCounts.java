package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * True and predicted classes of some rows, and what is counted of them.
 *
 * @param truth position of the true class of each row
 * @param predicted position of the predicted class, as many
 * @param classes how many classes there are
 */
record ClassCounts(int[] truth, int[] predicted, int classes) {
    /** F1 of each class, averaged without weights; a class that never occurs and is never predicted counts 0. */
    double macroF1() {
        return Arrays.stream(f1()).average().orElse(Double.NaN);
    }

    double[] f1() {
        double[] hits = new double[classes];
        double[] both = new double[classes];
        for (int i = 0; i < truth.length; i++) {
            both[truth[i]]++;
            both[predicted[i]]++;
            hits[truth[i]] += truth[i] == predicted[i] ? 1 : 0;
        }
        double[] f1 = new double[classes];
        Arrays.setAll(f1, c -> both[c] == 0 ? 0 : 2 * hits[c] / both[c]);
        return f1;
    }

    /** Mean of the recalls of the classes; NaN where a class does not occur. */
    double balancedAccuracy() {
        double[] hits = new double[classes];
        double[] all = new double[classes];
        for (int i = 0; i < truth.length; i++) {
            all[truth[i]]++;
            hits[truth[i]] += truth[i] == predicted[i] ? 1 : 0;
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += hits[c] / all[c];
        }
        return sum / classes;
    }

    /** 95 % percentile interval of a figure from 200 draws of the rows. */
    Interval interval(ToDoubleFunction<ClassCounts> figure, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[200];
        for (int draw = 0; draw < values.length; draw++) {
            int[] t = new int[truth.length];
            int[] p = new int[truth.length];
            for (int i = 0; i < t.length; i++) {
                int row = random.nextInt(t.length);
                t[i] = truth[row];
                p[i] = predicted[row];
            }
            values[draw] = figure.applyAsDouble(new ClassCounts(t, p, classes));
        }
        Arrays.sort(values);
        return new Interval(figure.applyAsDouble(this), values[4], values[195]);
    }
}
