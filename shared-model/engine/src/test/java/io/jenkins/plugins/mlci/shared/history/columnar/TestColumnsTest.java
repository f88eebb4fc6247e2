package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TestColumnsTest {
    @Property(tries = 300)
    void keepsTestsInTheirOrder(
            @ForAll @Size(max = 50) List<@IntRange(max = Integer.MAX_VALUE - 1) Integer> tests, @ForAll Random random) {
        TestColumns columns = TestColumns.ofSize(tests.size());
        for (int row = 0; row < tests.size(); row++) {
            Outcome outcome = Outcome.values()[random.nextInt(5)];
            columns.set(row, tests.get(row), outcome, random.nextBoolean() ? random.nextDouble() * 1000 : Double.NaN);
        }
        TestColumns kept = TestColumns.fromBytes(columns.toBytes());
        assertThat(kept.tests()).isEqualTo(columns.tests());
        assertThat(kept.outcomes()).isEqualTo(columns.outcomes());
        assertThat(kept.durations()).isEqualTo(columns.durations());
    }

    @Test
    void knowsWhatIsInARow() {
        TestColumns columns = TestColumns.ofSize(2);
        columns.set(0, 7, Outcome.FLAKY, 0);
        columns.set(1, 3, Outcome.SKIPPED, Double.NaN);
        assertThat(columns.rowOf(3)).isEqualTo(1);
        assertThat(columns.rowOf(4)).isEqualTo(-1);
        assertThat(columns.outcome(0)).isEqualTo(Outcome.FLAKY);
        assertThat(columns.seconds(0)).isZero();
        assertThat(columns.seconds(1)).isNaN();
    }

    /** A change of the order of the enum must not change what is on a disk. */
    @Test
    void writesTheSameCodesForever() {
        TestColumns columns = TestColumns.ofSize(5);
        int row = 0;
        for (Outcome outcome : List.of(Outcome.PASSED, Outcome.FAILED, Outcome.ERROR, Outcome.SKIPPED, Outcome.FLAKY)) {
            columns.set(row, row++, outcome, 0);
        }
        assertThat(columns.outcomes()).containsExactly(0, 1, 2, 3, 4);
    }

    @Property(tries = 200)
    void noticesEveryDamagedByte(@ForAll @IntRange(max = 10_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] bytes = sample(40).toBytes();
        bytes[position % bytes.length] ^= (byte) (1 << bit);
        assertCorrupt(bytes);
    }

    @Property(tries = 50)
    void noticesATruncatedPayload(@ForAll @IntRange(max = 10_000) int length) {
        byte[] bytes = sample(40).toBytes();
        assertCorrupt(Arrays.copyOf(bytes, length % bytes.length));
    }

    @Test
    void refusesOtherKindsOfPayload() {
        assertCorrupt(ChangeColumns.toBytes(List.of()));
        assertCorrupt(Payload.pack('T', 2, new byte[] {0}));
    }

    @Test
    void refusesCodesThatNobodyWrote() {
        assertCorrupt(Payload.pack('T', 1, new byte[] {1, 0, 5, 0, 0}));
        assertCorrupt(Payload.pack('T', 1, new byte[] {1, 0, 0, 0, 100}));
        assertCorrupt(Payload.pack('T', 1, new byte[] {1, 1, 0, 0, 0}));
        assertCorrupt(Payload.pack('T', 1, new byte[] {100}));
    }

    @Test
    void takesLessThanTwoBytesATest() {
        assertThat(sample(2000).toBytes().length).isLessThan(2 * 2000);
    }

    private static TestColumns sample(int size) {
        Random random = new Random(5);
        TestColumns columns = TestColumns.ofSize(size);
        for (int row = 0; row < size; row++) {
            Outcome outcome = random.nextInt(100) == 0 ? Outcome.FAILED : Outcome.PASSED;
            columns.set(row, row, outcome, Math.exp(random.nextGaussian() * 2 - 3));
        }
        return columns;
    }

    private static void assertCorrupt(byte[] bytes) {
        assertThatExceptionOfType(CorruptPayloadException.class).isThrownBy(() -> TestColumns.fromBytes(bytes));
    }
}
