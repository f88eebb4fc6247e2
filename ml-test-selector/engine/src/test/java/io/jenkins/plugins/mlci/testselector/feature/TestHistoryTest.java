package io.jenkins.plugins.mlci.testselector.feature;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestHistoryTest {
    private static final TestId CART = TestId.ofClass("com.shop.CartTest");
    private static final TestId PRICE = TestId.ofClass("com.shop.PriceTest");

    private final TestHistory history = new TestHistory();
    private int number;

    private void run(ChangeSet change, Outcome cart, double seconds) {
        history.observe(SyntheticHistory.build(++number, change, List.of(new TestOutcome(CART, cart, seconds))));
    }

    private double feature(SelectionFeature feature, ChangeSet... changes) {
        return SelectionTable.of(history, List.of(changes), List.of(CART)).get(feature, 0);
    }

    @Test
    void countsRunsFailuresAndOnsets() {
        ChangeSet any = change("a.txt");
        run(any, Outcome.PASSED, 1);
        run(any, Outcome.FAILED, 2);
        run(any, Outcome.ERROR, Double.NaN);
        run(any, Outcome.SKIPPED, 9);

        assertThat(history.builds()).isEqualTo(4);
        assertThat(history.isFailing(CART)).isTrue();
        assertThat(history.isKnown(CART)).isTrue();
        assertThat(history.isKnown(PRICE)).isFalse();
        assertThat(feature(SelectionFeature.RUNS)).isCloseTo(Math.log1p(3), within(1e-12));
        assertThat(feature(SelectionFeature.FAILURE_RATE)).isCloseTo(2.0 / 4, within(1e-12));
        assertThat(feature(SelectionFeature.ONSET_RATE)).isCloseTo(1.0 / 4, within(1e-12));
        assertThat(feature(SelectionFeature.FLIPS)).isEqualTo(1);
        assertThat(feature(SelectionFeature.STREAK)).isCloseTo(Math.log1p(2), within(1e-12));
        assertThat(feature(SelectionFeature.SINCE_FAILURE)).isCloseTo(Math.log1p(2), within(1e-12));
        assertThat(feature(SelectionFeature.SKIPPED_BUILDS)).isCloseTo(Math.log1p(1), within(1e-12));
        assertThat(feature(SelectionFeature.SECONDS)).isCloseTo(1.3, within(1e-12));
        assertThat(feature(SelectionFeature.DECAYED_FAILURES)).isCloseTo(0.96, within(1e-12));
    }

    @Test
    void flakyTestsDidNotFail() {
        run(change("a.txt"), Outcome.FLAKY, 1);

        assertThat(history.isFailing(CART)).isFalse();
        assertThat(feature(SelectionFeature.FAILURE_RATE)).isZero();
    }

    @Test
    void aTestOfWhichNothingIsKnownHasNoHistory() {
        assertThat(feature(SelectionFeature.NEVER_RAN)).isEqualTo(1);
        assertThat(feature(SelectionFeature.STREAK)).isNaN();
        assertThat(feature(SelectionFeature.SECONDS)).isNaN();
        assertThat(SelectionTable.of(history, List.of(), List.of(CART)).seconds(0))
                .isEqualTo(0.01);
    }

    @Test
    void withoutAKnownChangeNothingIsSaidOfIt() {
        assertThat(feature(SelectionFeature.OWN_FILE)).isNaN();
        assertThat(feature(SelectionFeature.OWN_FILE, change("a.txt"))).isZero();
    }

    @Test
    void remembersWhichFilesBrokeATest() {
        run(change("config/rates.yml"), Outcome.FAILED, 1);
        run(change("other.txt"), Outcome.PASSED, 1);

        assertThat(history.traces("config/rates.yml")).isTrue();
        assertThat(history.traces("config/other.yml")).isFalse();
        assertThat(history.traces("src/main/java/com/shop/Cart.java")).isTrue();
        assertThat(feature(SelectionFeature.FILE_ONSETS, change("config/rates.yml")))
                .isEqualTo(0.5);
        assertThat(feature(SelectionFeature.FOLDER_ONSETS, change("config/new.yml")))
                .isEqualTo(0.5);
        assertThat(feature(SelectionFeature.FILE_ONSETS, change("other.txt"))).isZero();
    }

    @Test
    void largeChangesTeachNothingOfSingleFiles() {
        String[] paths = new String[61];
        java.util.Arrays.setAll(paths, i -> "config/f" + i);
        run(change(paths), Outcome.FAILED, 1);

        assertThat(history.traces("config/f1")).isFalse();
    }

    @Test
    void knowsHowATestEndedInTheReferenceBuild() {
        run(change("a.txt"), Outcome.FAILED, 1);
        run(change("a.txt"), Outcome.PASSED, 1);
        ChangeSet sinceFirst = new ChangeSet("commit1", "x", List.of(), List.of(), 1);
        ChangeSet sinceSecond = new ChangeSet("commit2", "x", List.of(), List.of(), 1);
        ChangeSet sinceUnknown = new ChangeSet("commit99", "x", List.of(), List.of(), 1);

        assertThat(feature(SelectionFeature.FAILING_AT_REFERENCE, sinceFirst)).isEqualTo(1);
        assertThat(feature(SelectionFeature.FAILING_AT_REFERENCE, sinceSecond)).isZero();
        assertThat(feature(SelectionFeature.FAILING_AT_REFERENCE, sinceUnknown)).isNaN();
    }

    @Test
    void remembersWhichFilesChangeTogetherWithATest() {
        history.observe(SyntheticHistory.build(1, change("a.txt"), List.of(CART, PRICE), Set.of()));
        history.observe(SyntheticHistory.build(
                2, change("schema.sql", "src/test/java/com/shop/CartTest.java"), List.of(CART, PRICE), Set.of()));

        assertThat(feature(SelectionFeature.CO_CHANGE, change("schema.sql"))).isEqualTo(0.5);
        assertThat(feature(SelectionFeature.SINCE_CHANGED)).isCloseTo(Math.log1p(1), within(1e-12));
    }
}
