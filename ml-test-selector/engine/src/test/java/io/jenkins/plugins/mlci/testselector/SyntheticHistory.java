package io.jenkins.plugins.mlci.testselector;

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Builds small histories: a shop of five modules whose tests are named after its classes. */
public final class SyntheticHistory {
    /** No name ties this file to any test, but the tests of module 0 break whenever it changes. */
    public static final String BREAKING_FILE = "config/rates.yml";

    private static final int MODULES = 5;

    private SyntheticHistory() {}

    public static TestId test(int number) {
        return TestId.ofClass("org.shop.mod" + number % MODULES + ".Thing" + letters(number) + "Test");
    }

    public static List<TestId> tests(int count) {
        return IntStream.range(0, count).mapToObj(SyntheticHistory::test).toList();
    }

    public static boolean breaksWithTheFile(TestId test) {
        return test.className().startsWith("org.shop.mod0.");
    }

    public static String sourceOf(int number) {
        return "src/main/java/org/shop/mod" + number % MODULES + "/Thing" + letters(number) + ".java";
    }

    public static String testFileOf(int number) {
        return "src/test/java/" + test(number).className().replace('.', '/') + ".java";
    }

    public static ChangedFile file(ChangeKind kind, String path) {
        return new ChangedFile(kind, path, "", 3, 1);
    }

    public static ChangeSet change(ChangedFile... files) {
        return new ChangeSet("", "", Arrays.asList(files), List.of(), 1);
    }

    public static ChangeSet change(String... paths) {
        return new ChangeSet(
                "",
                "",
                Arrays.stream(paths)
                        .map(path -> file(ChangeKind.MODIFIED, path))
                        .toList(),
                List.of(),
                1);
    }

    public static BuildRecord build(int number, ChangeSet change, List<TestOutcome> outcomes) {
        Build build = new Build(
                new BuildId("shop/main", number),
                Instant.ofEpochSecond(3600L * number),
                Duration.ofMinutes(5),
                BuildResult.SUCCESS,
                "main",
                "commit" + number);
        return new BuildRecord(build, change == null ? List.of() : List.of(change), outcomes);
    }

    /** All tests ran, these ones failed. */
    public static BuildRecord build(int number, ChangeSet change, List<TestId> tests, Set<TestId> failing) {
        return build(
                number,
                change,
                tests.stream()
                        .map(test -> new TestOutcome(
                                test, failing.contains(test) ? Outcome.FAILED : Outcome.PASSED, seconds(test)))
                        .toList());
    }

    /** Seconds between 0.1 and 6.1, always the same for a test. */
    public static double seconds(TestId test) {
        return 0.1 + Math.floorMod(test.hashCode(), 7);
    }

    /** Every fourth build or so changes {@link #BREAKING_FILE}; some other tests fail by chance. */
    public static List<BuildRecord> planted(int tests, int builds, long seed) {
        return planted(tests, builds, seed, 1.0 / 300);
    }

    /** The same with this share of the other tests failing by chance. */
    public static List<BuildRecord> planted(int tests, int builds, long seed, double chance) {
        Random random = new Random(seed);
        List<TestId> all = tests(tests);
        List<BuildRecord> history = new ArrayList<>();
        for (int number = 1; number <= builds; number++) {
            boolean breaking = random.nextInt(4) == 0;
            List<String> paths = new ArrayList<>();
            paths.add(sourceOf(random.nextInt(tests)));
            if (breaking) {
                paths.add(BREAKING_FILE);
            }
            Set<TestId> failing = new HashSet<>();
            for (TestId test : all) {
                boolean fails =
                        breaking && breaksWithTheFile(test) ? random.nextInt(10) > 0 : random.nextDouble() < chance;
                if (fails) {
                    failing.add(test);
                }
            }
            history.add(build(number, change(paths.toArray(String[]::new)), all, failing));
        }
        return history;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }
}
