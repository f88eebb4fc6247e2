package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.logscan.cause.Feedback;
import java.util.Objects;

/**
 * What a job taught about its failures.
 *
 * @param feedback what people said about lines
 * @param retries how often trying again helped
 */
public record JobKnowledge(Feedback feedback, TransientKnowledge retries) {
    public JobKnowledge {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(retries, "retries");
    }

    /** Of a job that taught nothing yet. */
    public static JobKnowledge none() {
        return new JobKnowledge(Feedback.none(), TransientKnowledge.none());
    }

    /** The same with other feedback. */
    public JobKnowledge with(Feedback other) {
        return new JobKnowledge(other, retries);
    }

    /** The same with other outcomes of retries. */
    public JobKnowledge with(TransientKnowledge other) {
        return new JobKnowledge(feedback, other);
    }
}
