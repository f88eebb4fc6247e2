package io.jenkins.plugins.mlci.testselector.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Means that leave out what is not known. */
public final class Means {
    private static final int FIGURES = 15;

    private Means() {}

    static double[] of(List<double[]> rows) {
        double[] means = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            int column = i;
            means[i] = rows.stream()
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return means;
    }

    /** The mean of each name over maps with equal names. */
    public static Map<String, Double> ofMaps(List<Map<String, Double>> maps) {
        Map<String, Double> means = new TreeMap<>();
        for (String name : maps.isEmpty() ? List.<String>of() : maps.get(0).keySet()) {
            means.put(
                    name,
                    Arrays.stream(maps.stream()
                                    .mapToDouble(map -> map.get(name))
                                    .toArray())
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(Double.NaN));
        }
        return means;
    }
}
