package io.jenkins.plugins.mlci.deploygate.strategy;

import java.time.Duration;

/** How to roll out. */
public sealed interface Strategy permits Strategy.AllAtOnce, Strategy.Rolling, Strategy.Canary, Strategy.Wait {
    /** Why, in a sentence. */
    String because();

    /** What to do, in a few words. */
    String text();

    /** Everything in one go. */
    record AllAtOnce(String because) implements Strategy {
        @Override
        public String text() {
            return "all at once";
        }
    }

    /**
     * One part after the other.
     *
     * @param steps how many parts, 2 or more
     * @param pause between two steps
     */
    record Rolling(int steps, Duration pause, String because) implements Strategy {
        @Override
        public String text() {
            return "rolling in " + steps + " steps, " + Durations.text(pause) + " apart";
        }
    }

    /**
     * A small part first.
     *
     * @param share of the traffic or machines, (0, 1)
     * @param soak how long to watch before the rest follows
     */
    record Canary(double share, Duration soak, String because) implements Strategy {
        @Override
        public String text() {
            return "canary, " + Math.round(100 * share) + " % for " + Durations.text(soak);
        }
    }

    /** Not now: the line is stopped. */
    record Wait(String because) implements Strategy {
        @Override
        public String text() {
            return "wait";
        }
    }
}
