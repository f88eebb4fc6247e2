package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Outcomes that wait until they become known. */
final class Outcomes {
    private final PriorityQueue<Step> waiting = new PriorityQueue<>(
            Comparator.comparing(Step::known).thenComparing(s -> s.facts().id()));

    void add(Step step) {
        waiting.add(step);
    }

    /** Hands over all outcomes that are known by now, in the order in which they became known. */
    void tell(Instant now, Consumer<KnownOutcome> to) {
        while (!waiting.isEmpty() && !waiting.peek().known().isAfter(now)) {
            Step step = waiting.poll();
            to.accept(new KnownOutcome(step.facts().id(), step.label() > 0, step.known()));
        }
    }
}
