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

    /** What the tools themselves say, each of the kind that their documentation gives it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "x509: the certificate of repo.example.org has expired;CREDENTIALS",
                "Error: The security token included in the request is expired;CREDENTIALS",
                "> Could not GET 'https://repo.example.org/app-1.0.pom'. Received status code 401 from server: Unauthorized;CREDENTIALS",
                "[ERROR] Could not resolve dependencies for project org.example:app:jar:1: Could not transfer artifact org.example:lib:pom:2 from/to repo (https://repo.example.org): status code: 401, reason phrase: Unauthorized (401);CREDENTIALS",
                "npm error code E401;CREDENTIALS",
                "error NU1301: Unable to load the service index for source https://nuget.example.org/index.json. Response status code does not indicate success: 401 (Unauthorized).;CREDENTIALS",
                "ERROR: HTTP error 401 while getting https://pypi.example.org/simple/app.tar.gz;CREDENTIALS",
                "error: You must be logged in to the server (Unauthorized);CREDENTIALS",
                "ERROR! Attempting to decrypt but no vault secrets found;CREDENTIALS",
                "error: no matching package named `serdee` found;DEPENDENCY",
                "main.go:4:2: no required module provides package example.org/lib;DEPENDENCY",
                "error NU1101: Unable to find package Example.Core. No packages exist with this id in source(s): nuget.org;DEPENDENCY",
                "ERROR: failed to solve: example/base:9: failed to resolve source metadata for docker.io/example/base:9: not found;DEPENDENCY",
                "E: Unable to correct problems, you have held broken packages.;DEPENDENCY",
                "Failed asserting that two strings are identical.;TEST",
                "Assert.Equal() Failure: Values differ;TEST",
                "Failed!  - Failed:     1, Passed:   117, Skipped:     2, Total:   120;TEST",
                "test result: FAILED.;TEST",
                "./main.go:5:2: \"os\" imported and not used;COMPILATION",
                "error: aborting due to 2 previous errors;COMPILATION",
                "src/app.ts(4,1): error TS2322: Type 'string' is not assignable to type 'number'.;COMPILATION",
                "fatal: [web1]: FAILED! => {\"msg\": \"The task includes an option with an undefined variable. 'port' is undefined\"};CONFIGURATION",
                "error: unable to recognize \"app.yaml\": no matches for kind \"Deploymnt\" in version \"apps/v1\";CONFIGURATION",
                "ERROR: failed to solve: dockerfile parse error on line 3: unknown instruction: RUNN;CONFIGURATION",
                "npm error Missing script: \"biuld\";CONFIGURATION",
                "Task 'biuld' not found in root project 'shop'.;CONFIGURATION",
                "CMake Error: The source directory \"/w\" does not appear to contain CMakeLists.txt.;CONFIGURATION",
                "error: failed to parse manifest at `/w/Cargo.toml`;CONFIGURATION",
                "MSBUILD : error MSB1003: Specify a project or solution file.;CONFIGURATION",
                "No matching toolchains found for requested specification: {languageVersion=25};MISSING_TOOL",
                "error NETSDK1045: The current .NET SDK does not support targeting .NET 9.0.;MISSING_TOOL",
                "error: no such command: `nextest`;MISSING_TOOL",
                "No CMAKE_CXX_COMPILER could be found.;MISSING_TOOL",
                "npm error code EBADENGINE;MISSING_TOOL",
                "Unable to connect to the server: dial tcp: lookup api.example.org: no such host;NETWORK",
                "error: deployment \"shop\" exceeded its progress deadline;TIMEOUT"
            })
    void theShippedModelKnowsTheWordsOfTheTools(String line, FailureCategory category) {
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
