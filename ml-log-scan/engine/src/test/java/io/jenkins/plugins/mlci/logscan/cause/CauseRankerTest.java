package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseRankerTest {
    private static CauseModel model;

    @BeforeAll
    static void learn() {
        model = Logs.model();
    }

    @Test
    void theFirstRangeBeginsWithTheLineToReadFirst() {
        String[] log = Logs.failing(91);
        Causes causes = new CauseRanker(model).rank(Logs.of(log));
        int wanted = 1 + Arrays.asList(log).indexOf("!src/File91.java:101: error: cannot find symbol");
        assertThat(causes.ranges()).isNotEmpty();
        assertThat(causes.ranges().get(0).first()).isEqualTo(wanted);
        assertThat(causes.ranges().get(0).text().get(0)).contains("cannot find symbol");
        assertThat(causes.certainty()).isGreaterThan(0.5);
    }

    @Test
    void findsItWithoutAGoodBuildToo() {
        String[] log = Logs.failing(40);
        Causes causes = new CauseRanker(model).rankFailed(Logs.of(false, log));
        assertThat(causes.ranges().get(0).text().get(0)).contains("cannot find symbol");
    }

    @Test
    void rangesDoNotOverlap() {
        String[] two = new String[60];
        System.arraycopy(Logs.failing(7), 0, two, 0, 27);
        Arrays.setAll(
                two, i -> two[i] != null ? two[i] : i % 9 == 0 ? "!a/b" + i + ".c:3: error: bad thing" : "fine " + i);
        Causes causes = new CauseRanker(model).rankFailed(Logs.of(two));
        Set<Long> lines = new HashSet<>();
        for (CauseRange range : causes.ranges()) {
            for (long line = range.first(); line <= range.last(); line++) {
                assertThat(lines.add(line)).as("line %d twice", line).isTrue();
            }
        }
        assertThat((long) lines.size()).isEqualTo(causes.lines());
    }

    @Test
    void theNameOfAPipelineStepIsNoCause() {
        CauseRanker shipped = new CauseRanker(CauseModel.shipped());
        Causes causes = shipped.rankFailed(Logs.of(
                false, "[Pipeline] echo", "Publishing", "[Pipeline] error", "ERROR: no such bucket", "[Pipeline] }"));
        assertThat(causes.ranges())
                .isNotEmpty()
                .allSatisfy(range -> assertThat(range.text().get(0)).doesNotStartWith("[Pipeline]"));
        assertThat(causes.ranges().get(0).text()).first().asString().contains("no such bucket");
        assertThat(shipped.rankFailed(Logs.of(false, "[Pipeline] {", "[Pipeline] error", "[Pipeline] }"))
                        .ranges())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsAfterwardsComesAfterTheCause(boolean compared) {
        Causes causes = new CauseRanker(CauseModel.shipped())
                .rankFailed(Logs.of(
                        compared,
                        "[Pipeline] sh",
                        "!src/main/java/Shop.java:12: error: cannot find symbol",
                        "[Pipeline] { (Declarative: Post Actions)",
                        "[Pipeline] junit",
                        "!Error when executing always post condition:",
                        "!hudson.AbortException: No test report files were found. Configuration error?",
                        "!\tat hudson.tasks.junit.JUnitParser$ParseResultCallable.invoke(JUnitParser.java:192)",
                        "[Pipeline] End of Pipeline",
                        "!ERROR: script returned exit code 1"));
        assertThat(causes.ranges().get(0).text().get(0)).contains("cannot find symbol");
    }

    @Test
    void theReasonForWhichAServerEndedTheBuildComesFirst() {
        CauseRanker shipped = new CauseRanker(CauseModel.shipped());
        for (String reason : List.of("Aborted by Dana Weber", "Cancelling nested steps due to timeout")) {
            Causes causes = shipped.rankFailed(Logs.of(
                    false,
                    "java.lang.IllegalStateException: cart is empty",
                    "\tat org.acme.shop.core.OrderService.place(OrderService.java:88)",
                    "Tests run: 9, Failures: 0, Errors: 0, Skipped: 0",
                    reason,
                    "Sending interrupt signal to process",
                    "org.jenkinsci.plugins.workflow.steps.FlowInterruptedException"));
            assertThat(causes.ranges().get(0).text().get(0)).isEqualTo(reason);
        }
    }

    @Test
    void howTheCommandEndedComesAfterWhatItSaid() {
        Causes causes = new CauseRanker(CauseModel.shipped())
                .rankFailed(Logs.of(
                        false,
                        "[INFO] BUILD FAILURE",
                        "[ERROR] Failed to execute goal on project app: Could not find artifact org.acme:lib:jar:1.0 -> [Help 1]",
                        "[ERROR] ",
                        "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
                        "[ERROR] For more information about the errors and possible solutions, please read the following articles:",
                        "[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException",
                        "ERROR: script returned exit code 1"));
        assertThat(causes.ranges().get(0).text().get(0)).contains("Could not find artifact");
    }

    @Test
    void theEndOfEveryFailedBuildIsNoCause() {
        CauseRanker shipped = new CauseRanker(CauseModel.shipped());
        for (boolean compared : new boolean[] {true, false}) {
            Causes causes = shipped.rankFailed(Logs.of(
                    compared, "Compiling", "ERROR: no such bucket", "[INFO] BUILD FAILURE", "!Finished: FAILURE"));
            assertThat(causes.ranges()).isNotEmpty().allSatisfy(range -> assertThat(
                            range.text().get(0) + range.text().get(range.text().size() - 1))
                    .doesNotContain("Finished"));
        }
        Causes spoken = shipped.rankFailed(Logs.of(false, "Compiling", "Finished: FAILURE", "Cleaning up"));
        assertThat(spoken.ranges()).anySatisfy(range -> assertThat(range.text()).contains("Finished: FAILURE"));
    }

    @Test
    void aRangeNeitherBeginsNorEndsWithABlankLine() {
        String[] log = Logs.failing(12);
        int cause = Arrays.asList(log).indexOf("!src/File12.java:22: error: cannot find symbol");
        String[] spaced = new String[log.length + 3];
        System.arraycopy(log, 0, spaced, 0, cause);
        spaced[cause] = "&";
        spaced[cause + 1] = log[cause];
        spaced[cause + 2] = "&";
        System.arraycopy(log, cause + 1, spaced, cause + 3, log.length - cause - 1);
        spaced[spaced.length - 1] = "& ";
        for (boolean compared : new boolean[] {true, false}) {
            Causes causes = new CauseRanker(model).rankFailed(Logs.of(compared, spaced));
            assertThat(causes.ranges()).isNotEmpty().allSatisfy(range -> {
                assertThat(range.text().get(0)).isNotBlank();
                assertThat(range.text().get(range.text().size() - 1)).isNotBlank();
                assertThat(range.text()).hasSize((int) range.lines());
            });
        }
    }

    @Test
    void aGoodLogHasNoCause() {
        String[] good = new String[40];
        Arrays.setAll(good, i -> "Compiling module " + i);
        assertThat(new CauseRanker(model).rank(Logs.of(good)).ranges()).isEmpty();
    }

    @Test
    void ofAFailedBuildSomethingIsShownAlways() {
        String[] dull = {"one", "two", "three"};
        assertThat(new CauseRanker(model).rankFailed(Logs.of(dull)).ranges()).isNotEmpty();
    }

    @Test
    void anEmptyLogHasNoCause() {
        LogEvidence empty = new LogEvidence(List.of(), 0, 0, List.of());
        assertThat(new CauseRanker(model).rankFailed(empty)).isEqualTo(Causes.NONE);
    }

    @Test
    void framesThatFollowEachOtherAreOneUnit() {
        Units units = new Units(Logs.of(
                "!java.lang.IllegalStateException: no",
                "&\tat a.B.c(B.java:1)",
                "&\tat a.B.d(B.java:2)",
                "&\tat a.B.e(B.java:3)",
                "done"));
        assertThat(units.all).hasSize(3);
        assertThat(units.all.get(1).lines()).isEqualTo(3);
        assertThat(units.blocks).hasSize(1);
        assertThat(units.blocks.get(0).lines).isEqualTo(4);
    }

    @Test
    void showsAsManyLinesAsBalancePrecisionAndRecall() {
        Units units = new Units(Logs.of("a b", "c d", "e f", "g h"));
        assertThat(CauseRanker.choose(units, new double[] {0.9, 0.8, 0.05, 0.05}))
                .containsExactly(true, true, false, false);
        assertThat(CauseRanker.choose(units, new double[] {0.9, 0.1, 0.05, 0.05}))
                .containsExactly(true, false, false, false);
    }

    @Test
    void feedbackMovesALine() {
        String[] log = Logs.failing(12);
        LogEvidence evidence = Logs.of(log);
        CauseRanker ranker = new CauseRanker(model);
        CauseRange first = ranker.rankFailed(evidence).ranges().get(0);
        String other = "##[error]Process completed with exit code 1.";
        Feedback feedback = Feedback.none();
        for (int i = 0; i < 3; i++) {
            feedback = feedback.noise(first.text().get(0)).cause(other);
        }
        CauseRange after = ranker.rankFailed(evidence, feedback).ranges().get(0);
        assertThat(after.first()).isNotEqualTo(first.first());
        assertThat(after.text().get(0)).isEqualTo(other);
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        assertThat(ModelJson.write(Logs.model().lines())).isEqualTo(ModelJson.write(model.lines()));
    }

    @Test
    void refusesAModelOfOtherFeatures() {
        var other = new io.jenkins.plugins.mlci.shared.feature.FeatureSchema(
                "log-cause", 99, model.lines().schema().features());
        var wrong = new io.jenkins.plugins.mlci.shared.model.PortableModel(
                other,
                model.lines().predictor(),
                model.lines().calibration(),
                model.lines().provenance());
        assertThatThrownBy(() -> new CauseModel(wrong, model.headline()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void theShippedModelFindsACompilerError() {
        Causes causes = new CauseRanker(CauseModel.shipped()).rankFailed(Logs.of(Logs.failing(5)));
        assertThat(causes.ranges().get(0).text().get(0)).contains("cannot find symbol");
    }
}
