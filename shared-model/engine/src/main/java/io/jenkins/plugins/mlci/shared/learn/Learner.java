package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.PortableModel;

/** Learns a model from labelled rows. */
public interface Learner {
    /**
     * Learns from the set. The same set, parameters and seed give the same model, whatever the pool.
     *
     * @throws IllegalArgumentException when nothing can be learned from the set, with a sentence that says why
     * @throws TrainingCancelledException when the context was cancelled
     */
    PortableModel fit(TrainingSet set, TrainingContext context);
}
