package io.jenkins.plugins.mlci.shared.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PoissonBinomialTest {
    @Test
    void equalProbabilitiesAreTheBinomialDistribution() {
        double[] coins = {0.5, 0.5, 0.5, 0.5};
        assertThat(PoissonBinomial.atMost(coins, -1)).isZero();
        assertThat(PoissonBinomial.atMost(coins, 0)).isCloseTo(1 / 16.0, within(1e-12));
        assertThat(PoissonBinomial.atMost(coins, 2)).isCloseTo(11 / 16.0, within(1e-12));
        assertThat(PoissonBinomial.atMost(coins, 4)).isCloseTo(1, within(1e-12));
    }

    @Property
    void agreesWithCountingAllWays(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0, max = 1) Double> given,
            @ForAll @IntRange(max = 11) int most) {
        double[] probabilities = given.stream().mapToDouble(Double::doubleValue).toArray();
        double sum = 0;
        for (int way = 0; way < 1 << probabilities.length; way++) {
            double chance = 1;
            for (int i = 0; i < probabilities.length; i++) {
                chance *= (way >> i & 1) == 1 ? probabilities[i] : 1 - probabilities[i];
            }
            sum += Integer.bitCount(way) <= most ? chance : 0;
        }
        assertThat(PoissonBinomial.atMost(probabilities, most)).isCloseTo(sum, within(1e-9));
    }
}
