package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.testselector.guarantee.RiskControl;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MissWatchTest {
    private static MissWatch after(int kept, int missed) {
        double[] losses = new double[kept + missed];
        Arrays.fill(losses, kept, losses.length, 1);
        return MissWatch.of(losses);
    }

    @Example
    void fewBuildsSayNothing() {
        assertThat(new MissWatch().judge().level()).isEqualTo(DriftLevel.UNKNOWN);
        assertThat(after(0, 29).judge().level()).isEqualTo(DriftLevel.UNKNOWN);
    }

    @Example
    void moreMissesThanPromisedMoveAndManyBreak() {
        assertThat(after(60, 2).judge().level()).isEqualTo(DriftLevel.STABLE);
        assertThat(after(60, 5).judge().level()).isEqualTo(DriftLevel.MOVED);
        assertThat(after(60, 12).judge().level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(after(60, 12).judge().reasons())
                .singleElement()
                .asString()
                .contains("40 %")
                .contains("5 %");
    }

    /** At the promised share the watch keeps quiet in nearly every history. */
    @Property(tries = 30, seed = "4")
    void asManyMissesAsPromisedBreakNothing(@ForAll int seed) {
        Random random = new Random(seed);
        MissWatch watch = new MissWatch();
        int broken = 0;
        for (int i = 0; i < 200; i++) {
            watch = MissWatch.of(append(watch.losses(), random.nextDouble() < 0.05 ? 1 : 0));
            broken += watch.judge().level() == DriftLevel.BROKEN ? 1 : 0;
        }
        assertThat(broken).isLessThan(20);
    }

    private static double[] append(double[] losses, double loss) {
        double[] longer = Arrays.copyOf(losses, losses.length + 1);
        longer[losses.length] = loss;
        return longer;
    }

    @Example
    void judgesABuildByTheThresholdBeforeIt() {
        RiskControl risk = new RiskControl();
        MissWatch watch = new MissWatch();
        watch.observe(risk, new double[] {1, 2}, new boolean[] {true, false});
        assertThat(watch.losses()).isEmpty();
        for (int i = 0; i < 30; i++) {
            risk.observe(new double[] {5}, new boolean[] {true});
        }
        watch.observe(risk, new double[] {4, 6, 1}, new boolean[] {true, true, false});
        watch.observe(risk, new double[] {4, 6}, new boolean[] {false, false});
        assertThat(watch.losses()).containsExactly(0.5);
    }

    @Example
    void lossesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MissWatch.of(new double[] {1.5}));
        assertThatIllegalArgumentException().isThrownBy(() -> MissWatch.of(new double[] {Double.NaN}));
    }
}
