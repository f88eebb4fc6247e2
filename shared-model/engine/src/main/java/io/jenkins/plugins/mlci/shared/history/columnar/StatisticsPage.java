package io.jenkins.plugins.mlci.shared.history.columnar;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;

/**
 * Rolling statistics of {@value #SIZE} neighbouring tests of a job's dictionary. Builds must be added in time order.
 *
 * <p>Means are kept as floats and rounded at each step, so that counting anew gives the very same numbers.
 */
public final class StatisticsPage {
    /** Tests in a page. */
    public static final int SIZE = 1024;

    private static final float NEWEST = 0.3f;
    private static final char KIND = 'S';
    private static final int VERSION = 1;
    private static final int COUNTERS = 9;
    private static final int RUNS = 0;
    private static final int FAILURES = 1;
    private static final int FLAKY = 2;
    private static final int SKIPS = 3;
    private static final int LAST_OUTCOME = 4;
    private static final int FIRST_BUILD = 5;
    private static final int LAST_BUILD = 6;
    private static final int LAST_FAILURE = 7;
    private static final int TIMED = 8;

    private final long[][] counters = new long[COUNTERS][SIZE];
    private final float[] mean = new float[SIZE];
    private final float[] recent = new float[SIZE];

    /** Counts one test of one build. */
    public void add(int slot, long build, Outcome outcome, double seconds) {
        if (!isPresent(slot)) {
            counters[FIRST_BUILD][slot] = build;
            counters[LAST_OUTCOME][slot] = OutcomeCode.of(Outcome.SKIPPED);
        }
        if (outcome == Outcome.SKIPPED) {
            counters[SKIPS][slot]++;
            return;
        }
        counters[RUNS][slot]++;
        counters[LAST_OUTCOME][slot] = OutcomeCode.of(outcome);
        counters[LAST_BUILD][slot] = build;
        if (outcome == Outcome.FLAKY) {
            counters[FLAKY][slot]++;
        }
        if (outcome.isFailure()) {
            counters[FAILURES][slot]++;
            counters[LAST_FAILURE][slot] = build;
        }
        if (!Double.isNaN(seconds)) {
            long timed = ++counters[TIMED][slot];
            mean[slot] += (float) ((seconds - mean[slot]) / timed);
            recent[slot] = timed == 1 ? (float) seconds : recent[slot] + NEWEST * ((float) seconds - recent[slot]);
        }
    }

    /** Whether any build had this test. */
    public boolean isPresent(int slot) {
        return counters[FIRST_BUILD][slot] > 0;
    }

    /** The statistics of a test that is present. */
    public TestStatistics statistics(int slot) {
        boolean timed = counters[TIMED][slot] > 0;
        return new TestStatistics(
                counters[RUNS][slot],
                counters[FAILURES][slot],
                counters[FLAKY][slot],
                counters[SKIPS][slot],
                OutcomeCode.outcome(counters[LAST_OUTCOME][slot]),
                counters[FIRST_BUILD][slot],
                counters[LAST_BUILD][slot],
                counters[LAST_FAILURE][slot],
                timed ? mean[slot] : Double.NaN,
                timed ? recent[slot] : Double.NaN);
    }

    public byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        for (long[] counter : counters) {
            long previous = 0;
            for (long value : counter) {
                out.writeSigned(value - previous);
                previous = value;
            }
        }
        for (float value : mean) {
            out.writeFloat(value);
        }
        for (float value : recent) {
            out.writeFloat(value);
        }
        return Payload.pack(KIND, VERSION, out.toBytes());
    }

    /**
     * Reads {@link #toBytes}.
     *
     * @throws CorruptPayloadException when the bytes are not what was written
     */
    public static StatisticsPage fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(Payload.unpack(KIND, VERSION, bytes));
        StatisticsPage page = new StatisticsPage();
        for (long[] counter : page.counters) {
            long previous = 0;
            for (int slot = 0; slot < SIZE; slot++) {
                previous += in.readSigned();
                counter[slot] = previous;
            }
        }
        for (int slot = 0; slot < SIZE; slot++) {
            page.mean[slot] = in.readFloat();
        }
        for (int slot = 0; slot < SIZE; slot++) {
            page.recent[slot] = in.readFloat();
        }
        return page;
    }
}
