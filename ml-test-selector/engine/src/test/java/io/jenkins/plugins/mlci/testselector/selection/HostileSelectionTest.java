package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Names and paths come from reports and repositories of strangers. */
class HostileSelectionTest {
    private static final Rules RULES = new Rules(List.of("*x*", "**"), List.of("**/*.never"), 0, 0);
    private static final List<String> NAMES = List.of(
            "",
            " ",
            "\n",
            "a\nb.C",
            ".",
            "...",
            "/",
            "\\",
            "$",
            "$Inner",
            "Outer$",
            "::",
            "#",
            "\u0000",
            "\ud800",
            "\ud83d\ude80.\u6e2c\u8a66\u30c6\u30b9\u30c8",
            "\u0130STANBUL",
            "..\\..\\etc/passwd",
            "x".repeat(65_536),
            "a.".repeat(32_768),
            "a/".repeat(32_768) + "b.test.ts",
            "Aa1_".repeat(16_384));

    @Test
    void strangeNamesAndPathsAreBorne() {
        List<TestId> tests = NAMES.stream()
                .flatMap(name -> List.of(TestId.ofClass(name), new TestId(name, "org.Shop", name)).stream())
                .toList();
        List<ChangedFile> files = NAMES.stream()
                .map(name -> new ChangedFile(ChangeKind.MODIFIED, name, name, -1, -1))
                .toList();
        ChangeSet change = new ChangeSet("\n", "", files, List.of(), 0);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            TestSelector selector = new TestSelector(1);
            for (int number = 1; number <= 3; number++) {
                selector.observe(SyntheticHistory.build(number, change, tests, Set.copyOf(tests.subList(0, number))));
            }
            TestSelection selection = selector.select(List.of(change), tests, new Policy.Fraction(0.2), RULES);
            SelectionSamples.assertSound(selection, tests);
        });
    }

    @Property(tries = 60)
    void anyNamesAndPathsAreBorne(
            @ForAll @Size(max = 12) @UniqueElements List<String> names, @ForAll @Size(max = 6) List<String> paths) {
        List<TestId> tests = names.stream().map(TestId::ofClass).toList();
        ChangeSet change = SyntheticHistory.change(paths.toArray(String[]::new));
        TestSelector selector = new TestSelector(1);
        selector.observe(
                SyntheticHistory.build(1, change, tests, Set.copyOf(tests.subList(0, Math.min(1, tests.size())))));

        SelectionSamples.assertSound(selector.select(List.of(change), tests, new Policy.Fraction(0.5), RULES), tests);
    }

    @Test
    void impossibleDurationsAreUnknownOnes() {
        List<TestId> tests = SyntheticHistory.tests(4);
        double[] seconds = {Double.POSITIVE_INFINITY, -3, Double.NaN, 2};
        TestSelector selector = new TestSelector(1);
        for (int number = 1; number <= 4; number++) {
            int failing = number % 4;
            List<TestOutcome> outcomes = IntStream.range(0, 4)
                    .mapToObj(i ->
                            new TestOutcome(tests.get(i), i == failing ? Outcome.FAILED : Outcome.PASSED, seconds[i]))
                    .toList();
            selector.observe(SyntheticHistory.build(number, SyntheticHistory.change("src/A.java"), outcomes));
        }
        TestSelection selection = selector.select(
                List.of(SyntheticHistory.change("src/A.java")),
                tests,
                new Policy.TimeBudget(Duration.ofSeconds(5)),
                RULES);

        SelectionSamples.assertSound(selection, tests);
        assertThat(selection.decisions()).extracting(TestDecision::seconds).containsOnly(2.0);
    }

    @Test
    void aTestThatABuildReportsTwiceIsBorne() {
        TestId test = SyntheticHistory.test(1);
        List<TestOutcome> outcomes = List.of(
                new TestOutcome(test, Outcome.FAILED, 1),
                new TestOutcome(test, Outcome.PASSED, 1),
                new TestOutcome(SyntheticHistory.test(2), Outcome.PASSED, 1));
        BuildRecord build = SyntheticHistory.build(1, SyntheticHistory.change("src/A.java"), outcomes);
        TestSelector selector = new TestSelector(1);
        IntStream.range(0, 30).forEach(i -> selector.observe(build));

        TestSelection selection = selector.select(
                build.changes(), List.of(test, SyntheticHistory.test(2)), new Policy.Confidence(0.9), RULES);
        SelectionSamples.assertSound(selection, List.of(test, SyntheticHistory.test(2)));
    }

    @Test
    void aLargeChangeOfALargeSuiteIsSelectedFor() {
        List<TestId> tests = SyntheticHistory.tests(2_000);
        ChangeSet change = SyntheticHistory.change(
                IntStream.range(0, 500).mapToObj(SyntheticHistory::sourceOf).toArray(String[]::new));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            TestSelector selector = new TestSelector(1);
            for (int number = 1; number <= 3; number++) {
                selector.observe(SyntheticHistory.build(number, change, tests, Set.of(tests.get(number))));
            }
            TestSelection selection = selector.select(
                    List.of(change), tests, new Policy.Fraction(0.5), new Rules(List.of(), List.of(), 0, 0));
            SelectionSamples.assertSound(selection, tests);
            assertThat(selection.skipped()).hasSizeGreaterThan(500);
        });
    }
}
