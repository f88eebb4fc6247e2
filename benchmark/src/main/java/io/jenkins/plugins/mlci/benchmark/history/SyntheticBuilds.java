package io.jenkins.plugins.mlci.benchmark.history;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Builds as a busy job has them: the same tests each time, one failure in 200, durations log-normal around each test's own
 * usual duration and rounded to milliseconds, as JUnit reports them; ten changed files and one author a build.
 */
final class SyntheticBuilds {
    static final String JOB = "folder/service/main";

    private final Random random;
    private final TestId[] tests;
    private final double[] usualSeconds;

    SyntheticBuilds(int tests, long seed) {
        this.random = new Random(seed);
        this.tests = new TestId[tests];
        this.usualSeconds = new double[tests];
        for (int i = 0; i < tests; i++) {
            this.tests[i] = new TestId("", "org.example.pkg" + i / 40 + ".Some" + i / 10 + "Test", "works" + i);
            usualSeconds[i] = Math.exp(random.nextGaussian() * 2 - 3);
        }
    }

    /** A build; each call makes another one. */
    BuildRecord next(long number) {
        List<TestOutcome> outcomes = new ArrayList<>(tests.length);
        for (int i = 0; i < tests.length; i++) {
            Outcome outcome = random.nextInt(200) == 0 ? Outcome.FAILED : Outcome.PASSED;
            double seconds = usualSeconds[i] * Math.exp(random.nextGaussian() * 0.3);
            outcomes.add(new TestOutcome(tests[i], outcome, Math.round(seconds * 1000) / 1000.0));
        }
        String commit = commit();
        return new BuildRecord(build(number, commit), List.of(change(commit)), outcomes);
    }

    /** The same changes and tests in another build. */
    static BuildRecord renumbered(BuildRecord build, long number) {
        return new BuildRecord(build(number, build.build().commit()), build.changes(), build.tests());
    }

    private static Build build(long number, String commit) {
        Instant started = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(10 * number));
        return new Build(
                new BuildId(JOB, number), started, Duration.ofMinutes(5), BuildResult.UNSTABLE, "main", commit);
    }

    private ChangeSet change(String commit) {
        List<ChangedFile> files = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String path =
                    "src/main/java/org/example/pkg" + random.nextInt(50) + "/Some" + random.nextInt(500) + ".java";
            files.add(new ChangedFile(ChangeKind.MODIFIED, path, "", random.nextInt(100), random.nextInt(100)));
        }
        String author = String.format("%016x", random.nextInt(20) * 0x9E3779B97F4A7C15L);
        return new ChangeSet(commit(), commit, files, List.of(author), 1 + random.nextInt(5));
    }

    private String commit() {
        return String.format("%016x%016x%08x", random.nextLong(), random.nextLong(), random.nextInt());
    }
}
