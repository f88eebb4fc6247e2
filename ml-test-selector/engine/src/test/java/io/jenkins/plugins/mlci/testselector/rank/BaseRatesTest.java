package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaseRatesTest {
    private static final Knowledge[] PASSING = fill(100);

    private static Knowledge[] fill(int tests) {
        Knowledge[] states = new Knowledge[tests];
        Arrays.fill(states, Knowledge.PASSING);
        return states;
    }

    private static double[] logOdds(double probability) {
        double[] scores = new double[PASSING.length];
        Arrays.fill(scores, Math.log(probability / (1 - probability)));
        return scores;
    }

    @Test
    void withoutBuildsThePriorKeepsItsLevel() {
        assertThat(new BaseRates().shift(Knowledge.PASSING)).isZero();
    }

    @Test
    void rightLevelIsLeftAlone() {
        BaseRates rates = new BaseRates();
        for (int build = 0; build < 300; build++) {
            boolean[] failed = new boolean[PASSING.length];
            failed[build % failed.length] = true;
            rates.observe(PASSING, logOdds(0.01), failed);
        }
        assertThat(rates.shift(Knowledge.PASSING)).isCloseTo(0, within(1e-9));
    }

    @Test
    void moreFailuresThanAnnouncedRaiseTheLevelOfTheirStateOnly() {
        BaseRates rates = new BaseRates();
        for (int build = 0; build < 300; build++) {
            boolean[] failed = new boolean[PASSING.length];
            failed[build % failed.length] = true;
            rates.observe(PASSING, logOdds(0.001), failed);
        }
        assertThat(rates.shift(Knowledge.PASSING)).isCloseTo(Math.log(10), within(0.2));
        assertThat(rates.shift(Knowledge.FAILING)).isZero();
    }

    @Test
    void manyNewFailuresOfOneBuildCountAsTheirRoot() {
        BaseRates rates = new BaseRates();
        boolean[] failed = new boolean[PASSING.length];
        Arrays.fill(failed, true);
        rates.observe(PASSING, logOdds(1e-9), failed);
        assertThat(rates.shift(Knowledge.PASSING)).isCloseTo(Math.log((10 + 2) / 2.0), within(1e-6));
    }
}
