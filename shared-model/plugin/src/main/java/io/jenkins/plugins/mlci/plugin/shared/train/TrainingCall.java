package io.jenkins.plugins.mlci.plugin.shared.train;

import jenkins.security.MasterToSlaveCallable;

/** Carries a training to an agent and its outcome back. */
final class TrainingCall extends MasterToSlaveCallable<TrainingOutcome, RuntimeException> {
    private static final long serialVersionUID = 1;

    private final TrainingJob job;
    private final TrainingLimits limits;

    TrainingCall(TrainingJob job, TrainingLimits limits) {
        this.job = job;
        this.limits = limits;
    }

    @Override
    public TrainingOutcome call() {
        return job.train(limits);
    }
}
