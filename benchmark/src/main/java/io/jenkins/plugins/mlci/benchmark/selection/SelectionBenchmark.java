package io.jenkins.plugins.mlci.benchmark.selection;

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
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Selects among many tests for a large change, with a history of 60 builds and a trained model, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SelectionBenchmark {
    private static final int BUILDS = 60;
    private static final int PACKAGES = 200;

    /** How many tests exist. */
    @Param("10000")
    public int tests;

    /** How many files the change has. */
    @Param({"10", "500"})
    public int files;

    private TestSelector selector;
    private List<TestId> known;
    private List<ChangeSet> change;

    /** Learns from generated builds, in each of which the tests of one package break. */
    @Setup
    public void learn() {
        SplittableRandom random = new SplittableRandom(1);
        known = new ArrayList<>();
        for (int i = 0; i < tests; i++) {
            known.add(TestId.ofClass(name(i, i % PACKAGES).replace('/', '.') + "Test"));
        }
        selector = new TestSelector(1);
        for (int number = 1; number <= BUILDS; number++) {
            int broken = random.nextInt(tests);
            List<TestOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < tests; i++) {
                Outcome outcome = i == broken ? Outcome.FAILED : Outcome.PASSED;
                outcomes.add(new TestOutcome(known.get(i), outcome, 0.1 + random.nextDouble()));
            }
            Instant time = Instant.ofEpochSecond(number * 3600L);
            selector.observe(new BuildRecord(
                    new Build(
                            new BuildId("job", number),
                            time,
                            Duration.ofMinutes(5),
                            BuildResult.UNSTABLE,
                            "main",
                            "c" + number),
                    List.of(change("c" + (number - 1), "c" + number, List.of(broken))),
                    outcomes));
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            changed.add(random.nextInt(tests));
        }
        change = List.of(change("c" + BUILDS, "next", changed));
    }

    private static String name(int number, int folder) {
        return "org/example/part" + folder + "/Order"
                + Integer.toString(number, 26).replaceAll("[0-9]", "x") + "Service" + number;
    }

    private static ChangeSet change(String from, String to, List<Integer> numbers) {
        List<ChangedFile> changed = numbers.stream()
                .map(i -> new ChangedFile(
                        ChangeKind.MODIFIED, "src/main/java/" + name(i, i % PACKAGES) + ".java", "", 5, 2))
                .toList();
        return new ChangeSet(from, to, changed, List.of(), 1);
    }

    /** The decision, from the change to the reasons. */
    @Benchmark
    public TestSelection select() {
        return selector.select(change, known, new Policy.Confidence(0.9), Rules.DEFAULT);
    }
}
