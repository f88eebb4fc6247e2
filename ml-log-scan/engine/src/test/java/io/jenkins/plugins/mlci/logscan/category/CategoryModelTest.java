package io.jenkins.plugins.mlci.logscan.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryModelTest {
    private static CategoryModel learned() {
        List<CategoryModel.Example> examples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            examples.add(new CategoryModel.Example(
                    List.of("src/F" + i + ".java:3: error: cannot find symbol", "symbol: class X"),
                    FailureCategory.COMPILATION));
            examples.add(new CategoryModel.Example(
                    List.of("[ERROR] a.T" + i + ".t <<< FAILURE!", "AssertionError: expected: <1> but was: <2>"),
                    FailureCategory.TEST));
            examples.add(new CategoryModel.Example(
                    List.of("curl: (7) Failed to connect to host " + i + ": Connection refused"),
                    FailureCategory.NETWORK));
        }
        return CategoryModel.learn(examples, TrainingContext.seeded(1));
    }

    @Test
    void tellsWhatItLearned() {
        CategoryEstimate estimate =
                learned().estimate(List.of("lib/G.java:9: error: cannot find symbol"), TransientKnowledge.none());
        assertThat(estimate.category()).isEqualTo(FailureCategory.COMPILATION);
        assertThat(estimate.isTransient()).isFalse();
    }

    @Test
    void probabilitiesSumToOneAndComeInOrder() {
        CategoryEstimate estimate = learned().estimate(List.of("Connection refused"), TransientKnowledge.none());
        assertThat(estimate.alternatives().values().stream().mapToDouble(d -> d).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(List.copyOf(estimate.alternatives().values()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(estimate.alternatives().keySet().iterator().next()).isEqualTo(estimate.category());
        CategoryEstimate compiler = learned().estimate(List.of("error: cannot find symbol"), TransientKnowledge.none());
        assertThat(estimate.transientProbability()).isGreaterThan(compiler.transientProbability());
    }

    @Test
    void whatTheFirstLineSaysIsNotMendedByTryingAgain() {
        String refused = "curl: (7) Failed to connect to repo.example.org port 443: Connection refused";
        String broken = "OrderService.java:[118,20] cannot find symbol";
        CategoryModel shipped = CategoryModel.shipped();
        assertThat(shipped.estimate(List.of(refused), TransientKnowledge.none()).isTransient())
                .isTrue();
        assertThat(shipped.estimate(List.of("It did not work", refused), TransientKnowledge.none())
                        .isTransient())
                .isTrue();
        CategoryEstimate both = shipped.estimate(List.of(broken, refused), TransientKnowledge.none());
        assertThat(both.transientProbability()).isLessThan(0.1);
    }

    @Test
    void aCategoryThatWasNeverLearnedIsToldFromItsPhrases() {
        CategoryEstimate estimate = new CategoryModel(java.util.Map.of())
                .estimate(List.of("tar: write error: No space left on device"), TransientKnowledge.none());
        assertThat(estimate.category()).isEqualTo(FailureCategory.DISK);
    }

    @Test
    void withoutACauseTheCategoryIsUnknown() {
        CategoryEstimate estimate = learned().estimate(List.of(), TransientKnowledge.none());
        assertThat(estimate.category()).isEqualTo(FailureCategory.UNKNOWN);
        assertThat(estimate.transientProbability()).isZero();
    }

    @Test
    void withoutAPhraseOfAnyKindNothingIsGuessed() {
        CategoryEstimate estimate =
                CategoryModel.shipped().estimate(List.of("ERROR: the frobnicator is sad"), TransientKnowledge.none());
        assertThat(estimate.category()).isEqualTo(FailureCategory.UNKNOWN);
        assertThat(estimate.alternatives()).containsOnlyKeys(FailureCategory.UNKNOWN);
        assertThat(estimate.transientProbability()).isEqualTo(FailureCategory.UNKNOWN.usuallyTransient());
        TransientKnowledge helped = TransientKnowledge.none();
        for (int i = 0; i < 8; i++) {
            helped = helped.learn(FailureCategory.UNKNOWN, true);
        }
        assertThat(CategoryModel.shipped()
                        .estimate(List.of("ERROR: the frobnicator is sad"), helped)
                        .isTransient())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "java.lang.OutOfMemoryError: Java heap space;OUT_OF_MEMORY",
                "cp: cannot create regular file 'x': Permission denied;PERMISSION",
                "ci/build.sh: 4: protoc: not found;MISSING_TOOL",
                "[ERROR] /a/Foo.java:[27,122] cannot find symbol;COMPILATION",
                "[ERROR] a.FooTest.bar  Time elapsed: 0.1 s  <<< FAILURE!;TEST"
            })
    void theShippedModelTellsClearCases(String line, FailureCategory category) {
        assertThat(CategoryModel.shipped()
                        .estimate(List.of(line), TransientKnowledge.none())
                        .category())
                .isEqualTo(category);
    }

    @ParameterizedTest
    @EnumSource(FailureCategory.class)
    void keysGoBothWays(FailureCategory category) {
        assertThat(FailureCategory.of(category.key())).isEqualTo(category);
        assertThat(category.usuallyTransient()).isBetween(0.0, 1.0);
        assertThat(category.meaning()).isNotBlank();
    }

    @Test
    void keywordRulesCountPhrases() {
        assertThat(KeywordRules.category(List.of("No space left on device"))).isEqualTo(FailureCategory.DISK);
        assertThat(KeywordRules.category(List.of("hello"))).isEqualTo(FailureCategory.UNKNOWN);
    }
}
