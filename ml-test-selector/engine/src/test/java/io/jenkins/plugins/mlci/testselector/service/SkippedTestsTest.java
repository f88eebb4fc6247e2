package io.jenkins.plugins.mlci.testselector.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SkippedTestsTest {
    @Property(tries = 100)
    void whatIsWrittenIsFoundAgain(@ForAll @Size(max = 50) Set<String> names) {
        List<TestId> tests = names.stream().map(TestId::ofClass).toList();
        SkippedTests read = SkippedTests.parse(SkippedTests.of(tests).text());
        assertThat(read.size()).isEqualTo(tests.size());
        assertThat(tests).allMatch(read::contains);
        assertThat(read.contains(new TestId("another suite", "org.example.Other", "test")))
                .isFalse();
    }

    @Test
    void partsOfANameAreNotMixedUp() {
        SkippedTests skipped = SkippedTests.of(List.of(new TestId("", "a", "bc")));
        assertThat(skipped.contains(new TestId("", "ab", "c"))).isFalse();
        assertThat(skipped.contains(new TestId("a", "", "bc"))).isFalse();
    }

    @Test
    void tenThousandTestsTakeLessThanSixCharactersEach() {
        assertThat(SkippedTests.of(SyntheticHistory.tests(10_000)).text().length())
                .isLessThan(60_000);
    }

    @Test
    void aDamagedListIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SkippedTests.parse("gICAgICAgICA"));
        assertThatIllegalArgumentException().isThrownBy(() -> SkippedTests.parse("no base 64!"));
        assertThatIllegalArgumentException().isThrownBy(() -> SkippedTests.parse("gA=="));
    }
}
