package io.jenkins.plugins.mlci.shared.learn;

/** What gradient boosting learns. */
public enum BoostingObjective {
    /** Probability of a 0 or 1 label: binary log loss. */
    LOG_LOSS,
    /** Order inside groups, every wrongly ordered pair counts the same. */
    PAIRWISE,
    /** Order inside groups, pairs weighed by what swapping them changes in NDCG (LambdaMART). */
    LAMBDA_RANK;

    Objective over(TrainingSet set) {
        return this == LOG_LOSS ? new LogLossObjective(set) : new RankingObjective(set, this == LAMBDA_RANK);
    }
}
