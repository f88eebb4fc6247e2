package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeMergerTest {
    @Property(tries = 300)
    void everyLevelHasEachTestOnceAndAllTheTime(
            @ForAll("cases") List<RawCase> cases, @ForAll ReportDialect dialect, @ForAll Level level) {
        List<TestOutcome> merged = OutcomeMerger.merge(cases, dialect, level);

        assertThat(merged).extracting(TestOutcome::test).doesNotHaveDuplicates();
        assertThat(merged.stream().mapToDouble(TestOutcome::seconds).sum())
                .isEqualTo(
                        cases.stream()
                                .mapToDouble(c -> Double.parseDouble(c.time()))
                                .sum(),
                        within(1e-6));
    }

    @Property(tries = 300)
    void aClassFailsWhereOneOfItsCasesFails(@ForAll("cases") List<RawCase> cases, @ForAll ReportDialect dialect) {
        Assume.that(dialect != ReportDialect.PYTEST); // There the class is part of the file's name.
        List<TestId> failed = OutcomeMerger.merge(cases, dialect, Level.CASE).stream()
                .filter(outcome -> outcome.outcome().isFailure())
                .map(outcome -> outcome.test().className())
                .map(TestId::ofClass)
                .distinct()
                .sorted()
                .toList();

        assertThat(OutcomeMerger.merge(cases, dialect, Level.CLASS).stream()
                        .filter(outcome -> outcome.outcome().isFailure())
                        .map(outcome -> TestId.ofClass(outcome.test().className()))
                        .distinct()
                        .sorted())
                .isEqualTo(failed);
    }

    @Property(tries = 300)
    void aFailureIsNeverLostWhereRepetitionsAreParameters(@ForAll("cases") List<RawCase> cases) {
        boolean failed = cases.stream().anyMatch(c -> c.outcome().isFailure());

        assertThat(OutcomeMerger.merge(cases, ReportDialect.GENERIC, Level.METHOD).stream()
                        .anyMatch(outcome -> outcome.outcome().isFailure()))
                .isEqualTo(failed);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR,FAILED,ERROR",
        "FAILED,FLAKY,FAILED",
        "FLAKY,PASSED,FLAKY",
        "PASSED,SKIPPED,PASSED",
        "SKIPPED,SKIPPED,SKIPPED"
    })
    void theWorstOutcomeCountsInAnyOrder(Outcome one, Outcome other, Outcome expected) {
        TestId test = TestId.ofClass("a.A");
        TestOutcome first = new TestOutcome(test, one, 1);
        TestOutcome second = new TestOutcome(test, other, 2);

        assertThat(OutcomeMerger.join(first, second)).isEqualTo(new TestOutcome(test, expected, 3));
        assertThat(OutcomeMerger.join(second, first)).isEqualTo(new TestOutcome(test, expected, 3));
    }

    @Test
    void anUnknownDurationDoesNotHideAKnownOne() {
        TestId test = TestId.ofClass("a.A");
        TestOutcome known = new TestOutcome(test, Outcome.PASSED, 1);
        TestOutcome unknown = new TestOutcome(test, Outcome.PASSED, Double.NaN);

        assertThat(OutcomeMerger.join(known, unknown).seconds()).isEqualTo(1);
        assertThat(OutcomeMerger.join(unknown, known).seconds()).isEqualTo(1);
        assertThat(OutcomeMerger.join(unknown, unknown).seconds()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test|test",
                "test()|test",
                "test[1]|test",
                "test(int)[2]|test",
                "test{int}[2]|test",
                "test{String, int[]}[1]|test",
                "test(String, int[])[12]|test",
                "test(Path)|test",
                "test[0: a=[b]]|test",
                "adds two numbers()|adds two numbers",
                "adds two numbers()[1]|adds two numbers",
                "adds (mostly) two|adds (mostly) two",
                "[1] a, b|[1] a, b",
                "(odd)|(odd)",
                "a[|a"
            })
    void methodsLoseTheirParameters(String written, String method) {
        RawCase raw = new RawCase("a.A", "", "", "a.A", written, "", "", "", Outcome.PASSED);

        assertThat(TestNames.of(raw, ReportDialect.SUREFIRE, Level.METHOD)).isEqualTo(new TestId("", "a.A", method));
        assertThat(TestNames.of(raw, ReportDialect.SUREFIRE, Level.CASE).method())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "a.Outer$Inner,a.Outer",
        "a.Outer$Inner$Deep,a.Outer",
        "Outer$Inner,Outer",
        "a.$Odd,a.$Odd",
        "a.Plain,a.Plain"
    })
    void nestedClassesCountToTheOuterOne(String written, String className) {
        RawCase raw = new RawCase("", "", "", written, "t", "", "", "", Outcome.PASSED);

        assertThat(TestNames.of(raw, ReportDialect.GRADLE, Level.CLASS)).isEqualTo(TestId.ofClass(className));
        assertThat(TestNames.of(raw, ReportDialect.GENERIC, Level.CLASS)).isEqualTo(TestId.ofClass(written));
    }

    @Provide
    Arbitrary<List<RawCase>> cases() {
        Arbitrary<String> classes = Arbitraries.of("a.A", "a.B", "b.C");
        Arbitrary<String> names = Arbitraries.of("t", "u[1]", "u[2]", "v(int)");
        Arbitrary<String> times = Arbitraries.integers().between(0, 5000).map(n -> n / 1000 + "." + n % 1000);
        return Combinators.combine(classes, names, times, Arbitraries.of(Outcome.class))
                .as((type, name, time, outcome) -> new RawCase(type, "", "", type, name, "", time, "", outcome))
                .list()
                .ofMaxSize(20);
    }
}
