package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.columnar.DurationScale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Builds to record. Durations are on the scale of the store, so that what is read equals what was recorded. */
final class Samples {
    static final String JOB = "folder/service/main";
    static final String AUTHOR = "0123456789abcdef";
    static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    private Samples() {}

    static BuildId id(long number) {
        return new BuildId(JOB, number);
    }

    static Build build(String job, long number) {
        return new Build(
                new BuildId(job, number),
                time(number),
                Duration.ofMillis(61_234),
                BuildResult.UNSTABLE,
                "main",
                "c0ffee" + number);
    }

    /** When a build of this number starts. */
    static Instant time(long number) {
        return START.plus(Duration.ofHours(number));
    }

    static BuildRecord record(long number, TestOutcome... tests) {
        return new BuildRecord(build(JOB, number), List.of(change(number)), List.of(tests));
    }

    static ChangeSet change(long number) {
        return new ChangeSet(
                "c0ffee" + (number - 1),
                "c0ffee" + number,
                List.of(
                        new ChangedFile(ChangeKind.MODIFIED, "src/A.java", "", 3, 1),
                        new ChangedFile(ChangeKind.RENAMED, "src/C.java", "src/B.java", -1, -1)),
                List.of("fedcba9876543210", AUTHOR),
                2);
    }

    static TestOutcome test(String name, Outcome outcome, double seconds) {
        return new TestOutcome(new TestId("", "org.example.SomeTest", name), outcome, onScale(seconds));
    }

    static double onScale(double seconds) {
        return DurationScale.decode(DurationScale.encode(seconds));
    }

    /** A build with many tests, a few of which fail. */
    static BuildRecord large(long number, int tests, Random random) {
        List<TestOutcome> outcomes = new ArrayList<>(tests);
        for (int i = 0; i < tests; i++) {
            TestId test = new TestId("", "org.example.pkg" + i / 40 + ".Some" + i / 10 + "Test", "works" + i);
            Outcome outcome = random.nextInt(200) == 0 ? Outcome.FAILED : Outcome.PASSED;
            double usual = Math.exp((i * 7919L % 1000) / 125.0 - 7);
            outcomes.add(new TestOutcome(test, outcome, onScale(usual * Math.exp(random.nextGaussian() * 0.3))));
        }
        return new BuildRecord(build(JOB, number), List.of(change(number)), outcomes);
    }
}
