package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class StackTest {
    @Property(tries = 20, seed = "5")
    void trustsTheExpertWhoIsRight(@ForAll @LongRange(min = 1, max = 10_000) long seed) {
        Stack stack = new Stack(new double[] {0.5, 0.5}, 0.1, 0.1, 0);
        SplittableRandom random = new SplittableRandom(seed);
        double[] probe = {1, -1};
        double before = stack.variance(probe);
        for (int i = 0; i < 1_500; i++) {
            double right = random.nextDouble() * 4 - 2;
            double wrong = random.nextDouble() * 4 - 2;
            boolean failed = random.nextDouble() < 1 / (1 + Math.exp(-right));
            stack.learn(0, new double[] {right, wrong}, failed);
        }
        assertThat(stack.weight(0)).isGreaterThan(stack.weight(1) + 0.3);
        assertThat(stack.variance(probe)).isPositive().isLessThan(before);
    }

    @Property(tries = 20)
    void aBeliefMovesTowardsWhatHappenedAndGetsSurer(@ForAll @LongRange(min = 1, max = 10_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearBelief belief = new LinearBelief(-2, new double[3], new double[8]);
        double[] dense = {random.nextDouble() * 2 - 1, random.nextDouble(), -random.nextDouble()};
        Encoded x = new Encoded(dense, new int[] {1, 5}, 0.7, 2);
        boolean failed = random.nextBoolean();
        double before = belief.logOdds(x);
        double unsure = belief.variance(x);
        belief.learn(x, failed);
        assertThat(belief.logOdds(x) > before).isEqualTo(failed);
        assertThat(belief.variance(x)).isPositive().isLessThan(unsure);
        double parts = belief.start(x);
        for (int f = 0; f < 3; f++) {
            parts += belief.denseContribution(x, f);
        }
        parts += belief.wordContribution(x, 0) + belief.wordContribution(x, 1);
        assertThat(Math.abs(parts - belief.logOdds(x))).isLessThan(1e-9);
    }
}
