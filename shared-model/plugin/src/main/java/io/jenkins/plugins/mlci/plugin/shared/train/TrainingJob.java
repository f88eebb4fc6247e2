package io.jenkins.plugins.mlci.plugin.shared.train;

import java.io.Serializable;

/**
 * A training that may run on an agent. An implementation holds plain data and classes of the engines, nothing of Jenkins.
 */
public interface TrainingJob extends Serializable {
    /**
     * Trains.
     *
     * @param limits what it may use; the time begins now
     * @throws io.jenkins.plugins.mlci.shared.learn.TrainingCancelledException when the thread was interrupted
     */
    TrainingOutcome train(TrainingLimits limits);
}
