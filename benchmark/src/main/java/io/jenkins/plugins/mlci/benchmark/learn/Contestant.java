package io.jenkins.plugins.mlci.benchmark.learn;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.ForestParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.Learner;
import io.jenkins.plugins.mlci.shared.learn.LogisticRegressionLearner;
import io.jenkins.plugins.mlci.shared.learn.RandomForestLearner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import ml.dmlc.xgboost4j.java.Booster;

/**
 * A learner with settings.
 *
 * @param name for the table
 * @param training learns and says how to score
 */
record Contestant(String name, Training training) {
    /** Learns from a set. */
    interface Training {
        Scoring fit(TrainingSet set) throws Exception;
    }

    /** Scores rows. */
    interface Scoring {
        double[] score(FeatureTable table) throws Exception;
    }

    /** All, each on one thread. */
    static List<Contestant> all(ForkJoinPool oneThread) {
        return List.of(
                of("boosting, 100 trees, depth 6", boosting(6), oneThread),
                xgboost("XGBoost, 100 trees, depth 6", 6),
                of("boosting, 100 trees, depth 4", boosting(4), oneThread),
                xgboost("XGBoost, 100 trees, depth 4", 4),
                of(
                        "Smile forest, 100 trees, depth 10, 50,000 rows",
                        new RandomForestLearner(ForestParameters.defaults()),
                        oneThread),
                of("logistic regression", new LogisticRegressionLearner(1, 0.001), oneThread));
    }

    private static Learner boosting(int depth) {
        return new GradientBoosting(BoostingParameters.builder().maxDepth(depth).build());
    }

    static Contestant of(String name, Learner learner, ForkJoinPool pool) {
        TrainingContext context = TrainingContext.seeded(1).in(pool);
        return new Contestant(name, set -> {
            PortableModel model = learner.fit(set, context);
            return model::probabilities;
        });
    }

    private static Contestant xgboost(String name, int depth) {
        return new Contestant(name, set -> {
            Booster booster = XgboostPeer.fit(set, 100, depth);
            return table -> XgboostPeer.predict(booster, table);
        });
    }
}
