package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.file;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSelectorTest {
    private static final List<TestId> TESTS = SyntheticHistory.tests(50);
    private static final Rules RULES = new Rules(List.of(), List.of(), 0, 20);
    private static final Policy FEW = new Policy.Fraction(0.1);
    private static final ChangeSet CHANGE = change(sourceOf(7));

    /** After 40 builds, the last of which all passed. */
    private static TestSelector trained() {
        TestSelector selector = new TestSelector(3);
        SyntheticHistory.planted(50, 39, 11).forEach(selector::observe);
        selector.observe(passing(40));
        return selector;
    }

    private static BuildRecord passing(int number) {
        return SyntheticHistory.build(number, change(sourceOf(1)), TESTS, Set.of());
    }

    private static TestSelection select(TestSelector selector, Policy policy, Rules rules, ChangeSet... changes) {
        TestSelection selection = selector.select(List.of(changes), TESTS, policy, rules);
        assertSound(selection, TESTS);
        return selection;
    }

    /** What holds of every selection: each test once, ranks are permutations, a reason for everything. */
    static void assertSound(TestSelection selection, List<TestId> tests) {
        List<TestDecision> decisions = selection.decisions();
        int[] positions = IntStream.rangeClosed(1, decisions.size()).toArray();
        assertThat(decisions).extracting(TestDecision::test).containsExactlyInAnyOrderElementsOf(Set.copyOf(tests));
        assertThat(decisions.stream().mapToInt(TestDecision::rankCount)).containsExactly(box(positions));
        assertThat(decisions.stream().mapToInt(TestDecision::rankTime)).containsExactlyInAnyOrder(box(positions));
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.reasons()).isNotEmpty().doesNotHaveDuplicates().allMatch(reason -> !reason.isBlank());
            assertThat(decision.probability()).isBetween(0.0, 1.0);
            assertThat(decision.seconds()).isPositive();
        });
        assertThat(decisions).extracting(TestDecision::probability).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(selection.reason()).isNotBlank();
        if (selection.all()) {
            assertThat(selection.skipped()).isEmpty();
        }
        assertThat(selection.selected().size() + selection.skipped().size()).isEqualTo(decisions.size());
        assertThat(selection.savedSeconds())
                .isCloseTo(
                        selection.skipped().stream()
                                .mapToDouble(TestDecision::seconds)
                                .sum(),
                        within(1e-9));
    }

    private static Integer[] box(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }

    private static TestDecision of(TestSelection selection, TestId test) {
        return selection.decisions().stream()
                .filter(decision -> decision.test().equals(test))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewJobRunsAll() {
        TestSelection selection = select(new TestSelector(1), FEW, Rules.DEFAULT, CHANGE);

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason()).contains("still collecting (0 of 20 builds)");
        assertThat(selection.guaranteed()).isNaN();
        assertThat(selection.evidenceBuilds()).isZero();
    }

    @Test
    void aYoungJobRunsAll() {
        TestSelector selector = new TestSelector(1);
        IntStream.rangeClosed(1, 19).forEach(number -> selector.observe(passing(number)));
        assertThat(select(selector, FEW, RULES, CHANGE).reason()).contains("still collecting (19 of 20 builds)");

        selector.observe(passing(20));
        assertThat(select(selector, FEW, RULES, CHANGE).all()).isFalse();
    }

    @Test
    void anUnknownChangeRunsAll() {
        assertThat(select(trained(), FEW, RULES).reason()).isEqualTo("it is not known what changed");
        assertThat(select(trained(), FEW, RULES, CHANGE, ChangeSet.EMPTY).reason())
                .isEqualTo("it is not known what changed");
    }

    @Test
    void aChangeWithoutFilesIsKnownToBeEmpty() {
        ChangeSet nothing = new ChangeSet("abc", "abc", List.of(), List.of(), 0);

        assertThat(select(trained(), FEW, RULES, nothing).all()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "service/build.gradle", "package-lock.json", "Jenkinsfile", "go.sum"})
    void aFileThatConcernsAllTestsRunsAll(String path) {
        TestSelection selection = select(trained(), FEW, RULES, change(sourceOf(3), path));

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason()).startsWith(path + " changed, a");
    }

    @Test
    void aBuildFileThatWasRenamedAwayRunsAll() {
        ChangedFile renamed = new ChangedFile(ChangeKind.RENAMED, "docs/old-pom.txt", "pom.xml", 0, 0);

        assertThat(select(trained(), FEW, RULES, change(renamed)).reason()).startsWith("pom.xml changed, a build file");
    }

    @Test
    void everySoManyBuildsAllRun() {
        Rules every = new Rules(List.of(), List.of(), 40, 20);
        TestSelector selector = trained();
        assertThat(select(selector, FEW, every, CHANGE).reason()).contains("every 40 builds");

        selector.observe(passing(81));
        assertThat(select(selector, FEW, every, CHANGE).all()).isFalse();
    }

    @Test
    void aPatternRunsAll() {
        Rules rules = new Rules(List.of(), List.of("db/**/*.sql"), 0, 20);

        assertThat(select(trained(), FEW, rules, change("db/v1/init.sql")).reason())
                .isEqualTo("db/v1/init.sql changed (db/**/*.sql)");
        assertThat(select(trained(), FEW, rules, change("db/v1/init.txt")).all())
                .isFalse();
    }

    @Test
    void aDeletedSourceThatNothingTracesRunsAll() {
        ChangeSet unknown = change(file(ChangeKind.DELETED, "src/main/java/org/shop/Nowhere.java"));
        ChangeSet named = change(file(ChangeKind.DELETED, sourceOf(3)));
        ChangeSet text = change(file(ChangeKind.DELETED, "docs/notes.md"));

        assertThat(select(trained(), FEW, RULES, unknown).reason()).contains("Nowhere.java was deleted");
        assertThat(select(trained(), FEW, RULES, named).all()).isFalse();
        assertThat(select(trained(), FEW, RULES, text).all()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/src/main/resources/db.yaml",
                "app.properties",
                "mystery",
                "src/test/resources/rows.csv",
                "vendor/a/b.go"
            })
    void anyOtherDeletedFileThatNothingTracesRunsAll(String path) {
        assertThat(select(trained(), FEW, RULES, change(file(ChangeKind.DELETED, path)))
                        .reason())
                .isEqualTo(path + " was deleted, and nothing says which tests used it");
        assertThat(select(trained(), FEW, RULES, change(path)).all())
                .as("only changed")
                .isFalse();
    }

    @Test
    void aDeletedTestOrOneThatIsTracedRunsNoOthers() {
        ChangedFile helper = file(ChangeKind.DELETED, "src/test/java/org/shop/Helper.java");
        ChangedFile traced = file(ChangeKind.DELETED, SyntheticHistory.BREAKING_FILE);

        assertThat(select(trained(), FEW, RULES, change(helper, traced)).all()).isFalse();
    }

    @Test
    void aSubmoduleThatMovedRunsAll() {
        ChangeSet moved = change(new ChangedFile(ChangeKind.SUBMODULE, "libs/native", "", -1, -1));

        assertThat(select(trained(), FEW, RULES, moved).reason()).isEqualTo("libs/native changed, a submodule");
    }

    @Test
    void aNewTestAlwaysRuns() {
        TestId fresh = TestId.ofClass("org.shop.mod4.BrandNewTest");
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(fresh);
        TestSelection selection = trained().select(List.of(CHANGE), tests, new Policy.Fraction(0.001), RULES);

        assertSound(selection, tests);
        assertThat(of(selection, fresh).selected()).isTrue();
        assertThat(of(selection, fresh).reasons().get(0)).isEqualTo("new: it has never run in this job");
    }

    @Test
    void aFailingTestAlwaysRunsUntilItPasses() {
        TestSelector selector = trained();
        TestId failing = test(49);
        selector.observe(SyntheticHistory.build(81, change(sourceOf(1)), TESTS, Set.of(failing, test(48))));
        TestSelection selection = select(selector, new Policy.Fraction(0.001), RULES, CHANGE);

        assertThat(of(selection, failing).selected()).isTrue();
        assertThat(of(selection, failing).reasons().get(0)).isEqualTo("it failed when it last ran");

        selector.observe(
                SyntheticHistory.build(82, CHANGE, List.of(new TestOutcome(failing, Outcome.SKIPPED, Double.NaN))));
        assertThat(of(select(selector, new Policy.Fraction(0.001), RULES, CHANGE), failing)
                        .selected())
                .as("being skipped is not passing")
                .isTrue();

        selector.observe(passing(83));
        assertThat(of(select(selector, new Policy.Fraction(0.001), RULES, CHANGE), failing)
                        .reasons())
                .doesNotContain("it failed when it last ran");
    }

    @Test
    void aChangedTestAlwaysRuns() {
        TestSelection selection = select(
                trained(),
                new Policy.Fraction(0.001),
                RULES,
                change(SyntheticHistory.testFileOf(33), SyntheticHistory.testFileOf(34)));

        assertThat(selection.selected()).extracting(TestDecision::test).contains(test(33), test(34));
        assertThat(of(selection, test(33)).reasons().get(0)).isEqualTo("its own file is changed");
    }

    @Test
    void aNestedClassOfAChangedTestAlwaysRuns() {
        TestId nested = TestId.ofClass(test(33).className() + "$WhenEmpty");
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(nested);
        TestSelector selector = trained();
        selector.observe(SyntheticHistory.build(81, change(sourceOf(1)), tests, Set.of()));
        TestSelection selection = selector.select(
                List.of(change(SyntheticHistory.testFileOf(33))), tests, new Policy.Fraction(0.001), RULES);

        assertSound(selection, tests);
        assertThat(of(selection, nested).selected()).isTrue();
        assertThat(of(selection, nested).reasons().get(0)).isEqualTo("its own file is changed");
    }

    @Test
    void aTestThatMustRunAlwaysRuns() {
        TestId method = new TestId("", "org.shop.Smoke", "starts");
        TestSelector selector = trained();
        selector.observe(SyntheticHistory.build(81, CHANGE, List.of(new TestOutcome(method, Outcome.PASSED, 1))));
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(method);
        Rules rules = new Rules(List.of("*#starts", test(40).className()), List.of(), 0, 20);
        TestSelection selection = selector.select(List.of(CHANGE), tests, new Policy.Fraction(0.001), rules);

        assertSound(selection, tests);
        assertThat(of(selection, method).selected()).isTrue();
        assertThat(of(selection, method).reasons().get(0)).isEqualTo("it must always run (*#starts)");
        assertThat(of(selection, test(40)).selected()).isTrue();
        assertThat(selection.skipped()).isNotEmpty();
    }

    @Test
    void aFractionRunsTheMostLikelyFailures() {
        TestSelection selection = select(trained(), new Policy.Fraction(0.14), RULES, CHANGE);

        assertThat(selection.selected()).hasSize(7);
        assertThat(selection.selected()).extracting(TestDecision::rankCount).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(selection.reason()).isEqualTo("the 7 most likely to fail");
        assertThat(selection.guaranteed()).isNaN();
    }

    @Test
    void aFractionIsRoundedUp() {
        assertThat(select(trained(), new Policy.Fraction(0.001), RULES, CHANGE).selected())
                .hasSize(1);
    }

    @Test
    void timeIsFilledButNotExceeded() {
        TestSelection selection = select(trained(), new Policy.TimeBudget(Duration.ofSeconds(20)), RULES, CHANGE);
        double used =
                selection.selected().stream().mapToDouble(TestDecision::seconds).sum();
        double least = selection.skipped().stream()
                .mapToDouble(TestDecision::seconds)
                .min()
                .orElseThrow();

        assertThat(selection.all()).isFalse();
        assertThat(used).isLessThanOrEqualTo(20);
        assertThat(used + least).as("nothing more would fit").isGreaterThan(20 - 1e-9);
    }

    @Test
    void aTimeBudgetMayBeLongerThanAnyRun() {
        Policy ages = new Policy.TimeBudget(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(select(trained(), ages, RULES, CHANGE).skipped()).isEmpty();
    }

    @Test
    void withoutEnoughFailingBuildsNothingIsGuaranteed() {
        TestSelector selector = new TestSelector(1);
        IntStream.rangeClosed(1, 30).forEach(number -> selector.observe(passing(number)));
        selector.observe(SyntheticHistory.build(31, CHANGE, TESTS, Set.of(test(1))));
        TestSelection selection = select(selector, new Policy.Confidence(0.995), RULES, CHANGE);

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason())
                .isEqualTo("only 1 failing builds are known, and 199 are needed to guarantee 99.5 %");
        assertThat(selection.guaranteed()).isNaN();
        assertThat(selection.expectedKept()).isNaN();
        assertThat(selection.evidenceBuilds()).isEqualTo(1);
    }

    @Test
    void confidenceIsGuaranteedFromFailingBuilds() {
        TestSelector selector = new TestSelector(3);
        SyntheticHistory.planted(50, 120, 11, 0).forEach(selector::observe);
        selector.observe(passing(121));
        TestSelection selection = select(selector, new Policy.Confidence(0.8), RULES, CHANGE);

        assertThat(selection.all()).isFalse();
        assertThat(selection.skipped()).isNotEmpty();
        assertThat(selection.guaranteed()).isEqualTo(0.8);
        assertThat(selection.expectedKept()).isBetween(0.8, 1.0);
        assertThat(selection.evidenceBuilds()).isBetween(4, 80);
        assertThat(selection.reason()).startsWith("chosen to keep 80 % of the failures, judged by ");
        assertThat(select(selector, new Policy.Confidence(0.95), RULES, CHANGE).selected())
                .extracting(TestDecision::test)
                .containsAll(
                        selection.selected().stream().map(TestDecision::test).toList());
    }

    @Test
    void noTestsGiveAnEmptySelection() {
        for (Policy policy : List.of(FEW, new Policy.Confidence(0.8), new Policy.TimeBudget(Duration.ofSeconds(1)))) {
            TestSelection selection = trained().select(List.of(CHANGE), List.of(), policy, RULES);
            assertThat(selection.decisions()).isEmpty();
            assertThat(selection.savedSeconds()).isZero();
        }
    }

    @Test
    void aTestThatIsNamedTwiceIsDecidedOnce() {
        List<TestId> twice = new ArrayList<>(TESTS);
        twice.addAll(TESTS);
        TestSelection selection = trained().select(List.of(CHANGE), twice, FEW, RULES);

        assertSound(selection, TESTS);
        assertThat(selection).isEqualTo(select(trained(), FEW, RULES, CHANGE));
    }

    @Test
    void fileThatBrokeTestsBeforeIsAReason() {
        TestSelection selection = select(trained(), FEW, RULES, change(SyntheticHistory.BREAKING_FILE));
        TestDecision first = selection.decisions().get(0);

        assertThat(SyntheticHistory.breaksWithTheFile(first.test())).isTrue();
    }
}
