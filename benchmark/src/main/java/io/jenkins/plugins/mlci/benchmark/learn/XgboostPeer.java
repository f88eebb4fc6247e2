package io.jenkins.plugins.mlci.benchmark.learn;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost with its histogram method on one thread. */
final class XgboostPeer {
    private XgboostPeer() {}

    static Booster fit(TrainingSet set, int trees, int depth) throws XGBoostError {
        DMatrix matrix = matrix(set.table());
        try {
            float[] labels = new float[set.rows()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = (float) set.labels()[row];
            }
            matrix.setLabel(labels);
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("objective", "binary:logistic");
            parameters.put("tree_method", "hist");
            parameters.put("max_depth", depth);
            parameters.put("eta", 0.1);
            parameters.put("nthread", 1);
            parameters.put("seed", 1);
            parameters.put("verbosity", 0);
            return XGBoost.train(matrix, parameters, trees, Map.of(), null, null);
        } finally {
            matrix.dispose();
        }
    }

    static double[] predict(Booster booster, FeatureTable table) throws XGBoostError {
        DMatrix matrix = matrix(table);
        try {
            float[][] predicted = booster.predict(matrix);
            double[] scores = new double[predicted.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = predicted[row][0];
            }
            return scores;
        } finally {
            matrix.dispose();
        }
    }

    private static DMatrix matrix(FeatureTable table) throws XGBoostError {
        int features = table.schema().size();
        float[] values = new float[table.rows() * features];
        for (int f = 0; f < features; f++) {
            double[] column = table.column(f);
            for (int row = 0; row < column.length; row++) {
                values[row * features + f] = (float) column[row];
            }
        }
        return new DMatrix(values, table.rows(), features, Float.NaN);
    }
}
