package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;

/** What is known of one test after the builds seen so far; times count builds of the job, from 0. */
final class TestState {
    /** Weight of the newest outcome in the decaying failure rate (Kim and Porter, ICSE 2002). */
    private static final double DECAY = 0.8;

    /** Weight of the newest duration in the expected one: slow machines pass, slow tests stay. */
    private static final double DURATION_WEIGHT = 0.3;

    int runs;
    int failures;
    int onsets;
    int firstBuild = -1;
    int lastBuild = -1;
    int lastFailure = -1;
    int lastOnset = -1;
    int lastFlip = -1;
    int flips;
    int streak;
    boolean failing;
    double decayedFailures;
    double seconds = Double.NaN;
    int lastChanged = -1;

    void write(StateWriter out) {
        int[] counts = {
            runs, failures, onsets, firstBuild, lastBuild, lastFailure, lastOnset, lastFlip, flips, streak, lastChanged
        };
        for (int count : counts) {
            out.number(count);
        }
        out.flag(failing).real(decayedFailures).real(seconds);
    }

    static TestState read(StateReader in, int builds) {
        TestState state = new TestState();
        state.runs = in.number(0, builds);
        state.failures = in.number(0, state.runs);
        state.onsets = in.number(0, state.failures);
        state.firstBuild = in.number(-1, builds - 1);
        state.lastBuild = in.number(-1, builds - 1);
        state.lastFailure = in.number(-1, builds - 1);
        state.lastOnset = in.number(-1, builds - 1);
        state.lastFlip = in.number(-1, builds - 1);
        state.flips = in.number(0, builds);
        state.streak = in.number(0, builds);
        state.lastChanged = in.number(-1, builds - 1);
        state.failing = in.flag();
        state.decayedFailures = in.finite();
        state.seconds = in.real();
        if (Double.isInfinite(state.seconds) || state.seconds < 0) {
            throw new ModelFormatException("The state of the model says that a test takes " + state.seconds + " s.");
        }
        return state;
    }

    /** Takes in one run; a duration that cannot be is an unknown one. */
    void ran(int build, boolean failed, double duration) {
        boolean onset = failed && !failing;
        if (runs > 0 && failed != failing) {
            flips++;
            lastFlip = build;
            streak = 0;
        }
        if (firstBuild < 0) {
            firstBuild = build;
        }
        runs++;
        streak++;
        decayedFailures = DECAY * (failed ? 1 : 0) + (1 - DECAY) * decayedFailures;
        if (failed) {
            failures++;
            lastFailure = build;
        }
        if (onset) {
            onsets++;
            lastOnset = build;
        }
        failing = failed;
        lastBuild = build;
        if (duration >= 0 && duration < Double.POSITIVE_INFINITY) {
            seconds = Double.isNaN(seconds) ? duration : seconds + DURATION_WEIGHT * (duration - seconds);
        }
    }
}
