package io.jenkins.plugins.mlci.testselector.service;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.change.CommitMessage;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionServiceTest {
    private static final String JOB = "shop/main";
    private static final List<TestId> TESTS = SyntheticHistory.tests(20);
    private static final Rules RULES = new Rules(List.of(), List.of(), 0, 20);
    private static final SelectionRequest FEW = SelectionRequest.of(JOB, new Policy.Fraction(0.4), RULES);

    @TempDir
    private Path folder;

    private HistoryStore store;
    private SelectionService service;

    @BeforeEach
    void open() {
        store = Stores.open(folder);
        service = new SelectionService(store, Stores.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void record(int builds) {
        SyntheticHistory.planted(20, builds, 5).forEach(store.builds()::record);
    }

    private SelectionResult select() {
        return service.select(FEW, ChangeSource.of(known(7)));
    }

    private static Change known(int test) {
        return new Change.Known(change(sourceOf(test)), false, List.of());
    }

    @Test
    void selectsFromTheStore() {
        record(60);
        SelectionResult result = select();
        assertThat(result.selection().all()).as(result.selection().reason()).isFalse();
        assertThat(result.selection().selected()).extracting(TestDecision::test).contains(TESTS.get(7));
        assertThat(result.selection().skipped()).isNotEmpty();
        assertThat(result.tests()).containsExactlyInAnyOrderElementsOf(TESTS);
        assertThat(result.changes()).containsExactly(change(sourceOf(7)));
    }

    @Test
    void theNewestCommitIsTheReference() {
        record(40);
        SelectionResult result = service.select(FEW, reference -> {
            assertThat(reference).contains("commit40");
            return known(3);
        });
        assertThat(result.selection().all()).as(result.selection().reason()).isFalse();
        assertThat(result.reference()).contains("commit40");
        assertThat(service.reference(JOB)).contains("commit40");
    }

    @Test
    void withoutHistoryAllRun() {
        SelectionResult result = select();
        assertThat(result.selection().all()).isTrue();
        assertThat(result.selection().reason())
                .contains("no builds of job shop/main")
                .contains("none");
        assertThat(result.selector()).isEmpty();
    }

    @Test
    void anUnknownChangeRunsAllAndSaysWhy() {
        record(40);
        SelectionResult result = service.select(FEW, ChangeSource.of(new Change.Unknown("the clone is shallow")));
        assertThat(result.selection().all()).isTrue();
        assertThat(result.selection().reason()).isEqualTo("the clone is shallow");
        assertThat(result.selection().decisions()).hasSize(20).allMatch(TestDecision::selected);
    }

    @Test
    void aCommitMessageMayAskForAll() {
        record(40);
        CommitMessage message = new CommitMessage("0123", "Change it [all tests]", "");
        Change change = new Change.Known(change(sourceOf(3)), false, List.of(message));
        assertThat(service.select(FEW, ChangeSource.of(change)).selection().reason())
                .contains("[all tests]");
    }

    @Test
    void aSourceThatBreaksRunsAll() {
        record(40);
        SelectionResult result = service.select(FEW, reference -> {
            throw new IllegalStateException("no repository");
        });
        assertThat(result.selection().all()).isTrue();
        assertThat(result.selection().reason()).contains("no repository");
    }

    @Test
    void aClosedStoreRunsAll() {
        record(40);
        store.close();
        assertThat(select().selection().all()).isTrue();
    }

    @Test
    void aDecisionIsKeptAndJudged() {
        record(60);
        SelectionResult result = select();
        service.decided(new BuildId(JOB, 61), "", result, "fraction:0.4", false);
        SelectionRecord kept = service.decisions(new BuildId(JOB, 61)).get(0);
        assertThat(kept.skipped()).isEqualTo(result.selection().skipped().size());
        assertThat(kept.policy()).isEqualTo("fraction:0.4");
        assertThat(kept.leftOut()).isFalse();
        assertThat(kept.guaranteed()).isNaN();
        assertThat(kept.taken()).isEqualTo(Stores.CLOCK.instant());
        assertThat(service.outcomes(new BuildId(JOB, 61))).isEmpty();

        TestId unlucky = result.selection().skipped().get(0).test();
        TestId lucky = result.selection().selected().get(0).test();
        store.builds().record(SyntheticHistory.build(61, change(sourceOf(7)), TESTS, Set.of(unlucky, lucky)));
        SelectionOutcome outcome = service.outcomes(new BuildId(JOB, 61)).get(0);
        assertThat(outcome.failures()).isEqualTo(2);
        assertThat(outcome.kept()).isEqualTo(1);
        assertThat(outcome.missed()).isEqualTo(1);
        assertThat(outcome.conclusive()).isTrue();
        assertThat(outcome.missedBuild()).isFalse();
        assertThat(outcome.savedSeconds()).isPositive();
        Impact impact = service.impact(JOB, 100);
        assertThat(impact.outcomes()).hasSize(1);
        assertThat(impact.savedSeconds()).isZero();
        assertThat(impact.wouldSaveSeconds()).isEqualTo(outcome.savedSeconds());
        assertThat(impact.judgedBuilds()).isEqualTo(1);
        assertThat(impact.keptBuilds()).isEqualTo(1);
    }

    @Test
    void aDecisionThatCouldNotBeFollowedIsCorrected() {
        record(60);
        BuildId build = new BuildId(JOB, 61);
        SelectionResult result = select();
        service.decided(build, "unit", result, "fraction:0.4", true);
        service.decided(build, "integration", result, "fraction:0.4", true);
        TestId skipped = result.selection().skipped().get(0).test();

        service.everythingRan(build, "unit", "no space left");
        service.everythingRan(build, "unknown", "no space left");

        assertThat(service.decisions(build)).hasSize(2).satisfiesOnlyOnce(kept -> {
            assertThat(kept.subject()).isEqualTo("unit");
            assertThat(kept.leftOut()).isFalse();
            assertThat(kept.all()).isTrue();
            assertThat(kept.enforced()).isFalse();
            assertThat(kept.reason()).isEqualTo("no space left");
            assertThat(kept.selected()).isEqualTo(TESTS.size());
            assertThat(kept.skipped()).isZero();
            assertThat(kept.savedSeconds()).isZero();
            assertThat(kept.totalSeconds()).isPositive();
            assertThat(kept.expectedKept()).isNaN();
            assertThat(kept.skippedTests().test(skipped)).isFalse();
            assertThat(kept.policy()).isEqualTo("fraction:0.4");
            assertThat(kept.taken()).isEqualTo(Stores.CLOCK.instant());
        });
        assertThat(service.decisions(build)).satisfiesOnlyOnce(kept -> {
            assertThat(kept.subject()).isEqualTo("integration");
            assertThat(kept.leftOut()).isTrue();
        });
    }

    @Test
    void whatWasLeftOutIsStillKnownAndItsFailureCountsAsFoundLater() {
        record(60);
        SelectionResult first = select();
        TestId unlucky = first.selection().skipped().get(0).test();
        List<TestId> ran =
                first.selection().selected().stream().map(TestDecision::test).toList();
        for (int build = 61; build <= 68; build++) {
            service.decided(new BuildId(JOB, build), "", first, "fraction:0.4", true);
            store.builds().record(SyntheticHistory.build(build, change(sourceOf(7)), ran, Set.of()));
        }
        assertThat(select().tests()).containsExactlyInAnyOrderElementsOf(TESTS);
        store.builds().record(SyntheticHistory.build(69, change(sourceOf(7)), TESTS, Set.of(unlucky)));

        Impact impact = service.impact(JOB, 100);
        assertThat(impact.outcomes()).hasSize(8).noneMatch(SelectionOutcome::conclusive);
        assertThat(impact.foundLater()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(impact.savedSeconds()).isEqualTo(8 * first.selection().savedSeconds(), within(1e-6));
        assertThat(impact.judgedBuilds()).isZero();
    }

    @Test
    void buildsWithTestsLeftOutAreNoEvidenceForTheGuarantee() {
        record(60);
        int evidence = select().selection().evidenceBuilds();
        SelectionResult result = select();
        service.decided(new BuildId(JOB, 61), "", result, "fraction:0.4", true);
        store.builds()
                .record(SyntheticHistory.build(61, change(sourceOf(7)), TESTS.subList(0, 10), Set.of(TESTS.get(7))));
        assertThat(select().selection().evidenceBuilds()).isEqualTo(evidence);
        store.builds().record(SyntheticHistory.build(62, change(sourceOf(7)), TESTS, Set.of(TESTS.get(7))));
        assertThat(select().selection().evidenceBuilds()).isEqualTo(evidence + 1);
    }

    @Test
    void aTestThatIsGoneIsNotSelected() {
        record(60);
        for (int build = 61; build <= 65; build++) {
            store.builds().record(SyntheticHistory.build(build, change(sourceOf(1)), TESTS.subList(0, 19), Set.of()));
        }
        assertThat(select().tests()).doesNotContain(TESTS.get(19)).hasSize(19);
    }

    @Test
    void damagedDecisionsAreLeftOut() {
        record(30);
        store.decisions()
                .record(new Decision(
                        new BuildId(JOB, 30), "test-selection", "", "", Stores.CLOCK.instant(), "{\"x\":"));
        assertThat(service.decisions(new BuildId(JOB, 30))).isEmpty();
        assertThat(select().selection().all()).isFalse();
    }

    @Test
    void aSkippedOutcomeIsNoRun() {
        BuildRecord build = SyntheticHistory.build(1, change(sourceOf(1)), TESTS, Set.of());
        List<TestOutcome> outcomes = build.tests().stream()
                .map(outcome -> new TestOutcome(outcome.test(), Outcome.SKIPPED, 0))
                .toList();
        record(60);
        service.decided(new BuildId(JOB, 61), "", select(), "fraction:0.4", false);
        SelectionRecord kept = service.decisions(new BuildId(JOB, 61)).get(0);
        assertThat(SelectionOutcome.of(kept, outcomes).ran()).isZero();
    }
}
