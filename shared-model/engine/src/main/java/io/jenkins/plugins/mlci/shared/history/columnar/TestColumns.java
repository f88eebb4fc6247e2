package io.jenkins.plugins.mlci.shared.history.columnar;

import io.jenkins.plugins.mlci.shared.history.Outcome;

/**
 * The tests of one build as three columns of equal length, in the order in which they were recorded.
 *
 * <p>As bytes: number of tests, then each column as a whole, since like compresses well beside like: indices as differences
 * to the one before, outcomes, low bytes of the duration codes, high bytes of the duration codes.
 *
 * @param tests index of each test in its job's dictionary, at least 0
 * @param outcomes code of each {@link Outcome}
 * @param durations code of each duration, as in {@link DurationScale}
 */
public record TestColumns(int[] tests, byte[] outcomes, short[] durations) {
    private static final char KIND = 'T';
    private static final int VERSION = 1;

    public static TestColumns ofSize(int size) {
        return new TestColumns(new int[size], new byte[size], new short[size]);
    }

    public int size() {
        return tests.length;
    }

    public void set(int row, int test, Outcome outcome, double seconds) {
        tests[row] = test;
        outcomes[row] = OutcomeCode.of(outcome);
        durations[row] = (short) DurationScale.encode(seconds);
    }

    public Outcome outcome(int row) {
        return OutcomeCode.outcome(outcomes[row]);
    }

    /** Duration of a row in seconds; NaN when unknown. */
    public double seconds(int row) {
        return DurationScale.decode(durations[row]);
    }

    /** The row of a test, or -1. */
    public int rowOf(int test) {
        for (int row = 0; row < tests.length; row++) {
            if (tests[row] == test) {
                return row;
            }
        }
        return -1;
    }

    public byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        out.writeUnsigned(size());
        int previous = -1;
        for (int test : tests) {
            out.writeSigned((long) test - previous - 1);
            previous = test;
        }
        for (byte outcome : outcomes) {
            out.writeByte(outcome);
        }
        for (short duration : durations) {
            out.writeByte(duration);
        }
        for (short duration : durations) {
            out.writeByte(duration >> 8);
        }
        return Payload.pack(KIND, VERSION, out.toBytes());
    }

    /**
     * Reads {@link #toBytes}.
     *
     * @throws CorruptPayloadException when the bytes are not what was written
     */
    public static TestColumns fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(Payload.unpack(KIND, VERSION, bytes));
        TestColumns columns = ofSize(in.readCount());
        int previous = -1;
        for (int row = 0; row < columns.size(); row++) {
            previous = Math.addExact(Math.addExact(in.readInt(), previous), 1);
            columns.tests[row] = checked(previous, Integer.MAX_VALUE, "test");
        }
        for (int row = 0; row < columns.size(); row++) {
            columns.outcomes[row] = (byte) in.readByte();
            OutcomeCode.outcome(columns.outcomes[row]);
        }
        for (int row = 0; row < columns.size(); row++) {
            columns.durations[row] = (short) in.readByte();
        }
        for (int row = 0; row < columns.size(); row++) {
            int code = columns.durations[row] | in.readByte() << 8;
            columns.durations[row] = (short) checked(code, DurationScale.CODES, "duration");
        }
        return columns;
    }

    private static int checked(int code, int end, String what) {
        if (code < 0 || code >= end) {
            throw new CorruptPayloadException("there is no " + what + " with code " + code);
        }
        return code;
    }
}
