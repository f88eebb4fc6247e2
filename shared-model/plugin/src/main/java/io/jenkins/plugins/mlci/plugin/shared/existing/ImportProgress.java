package io.jenkins.plugins.mlci.plugin.shared.existing;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the learning from existing builds is.
 *
 * @param state where it stands
 * @param builds how many builds there are to look at
 * @param seen how many have been looked at
 * @param recorded how many of them were recorded; the others were known already or could not be read
 * @param job full name of the job that it is at, or the empty string
 * @param started when it was started, as ISO text; empty when never
 * @param ended when it ended, as ISO text; empty while it runs
 * @param problem why it failed; empty when it did not
 */
public record ImportProgress(
        State state, long builds, long seen, long recorded, String job, String started, String ended, String problem) {
    /** It was never started. */
    public static final ImportProgress NEVER = new ImportProgress(State.NEVER, 0, 0, 0, "", "", "", "");

    /** Where it stands. */
    public enum State {
        NEVER,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Whether it is at work. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Share of the builds that have been looked at, in percent; -1 while their number is unknown. */
    public int getPercent() {
        return builds == 0 ? -1 : (int) Math.min(100, 100 * seen / builds);
    }

    /** How long it will take from now on, at the speed so far; negative when that is unknown. */
    public long secondsLeft(Instant now) {
        if (!isRunning() || seen == 0 || started.isEmpty()) {
            return -1;
        }
        double seconds = Duration.between(Instant.parse(started), now).toMillis() / 1000.0;
        return Math.round(seconds / seen * Math.max(0, builds - seen));
    }

    ImportProgress at(String nextJob, long nowSeen, long nowRecorded) {
        return new ImportProgress(state, builds, nowSeen, nowRecorded, nextJob, started, ended, problem);
    }

    ImportProgress of(long total) {
        return new ImportProgress(state, total, seen, recorded, job, started, ended, problem);
    }

    ImportProgress in(State next, Instant when, String why) {
        return new ImportProgress(next, builds, seen, recorded, "", started, when.toString(), why);
    }

    static ImportProgress starting(Instant when) {
        return new ImportProgress(State.RUNNING, 0, 0, 0, "", when.toString(), "", "");
    }
}
