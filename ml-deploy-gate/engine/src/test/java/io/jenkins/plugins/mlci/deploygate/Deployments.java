package io.jenkins.plugins.mlci.deploygate;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up deployments: a day has some, the word "network" and large changes are risky. */
public final class Deployments {
    public static final Instant START = Instant.parse("2024-01-01T08:00:00Z");

    private static final String[] WORDS = {"update", "version", "enable", "dashboard", "network", "remove", "user"};

    private Deployments() {}

    /** A deployment with the outcome that shows later. */
    public record Sample(DeploymentFacts facts, boolean failed, Instant known, double truth) {
        public KnownOutcome outcome() {
            return new KnownOutcome(facts.id(), failed, known);
        }
    }

    /** One deployment. */
    public static DeploymentFacts facts(int number, String title, double lines) {
        double nan = Double.NaN;
        ChangeSize size = new ChangeSize(1, 1, lines, lines / 2, 2, 1, 1, 0.5, 0, 1, 1, 0, 0, 0);
        ChangePast past = new ChangePast(100, 3, 10, 5, 20, 5, nan, nan, nan);
        DeployedChange change = new DeployedChange(
                size,
                past,
                new ChangeText(title, 10, List.of()),
                List.of("config/" + number % 7 + ".yaml"),
                List.of("config"),
                List.of("dev" + number % 5),
                2);
        return new DeploymentFacts(
                "d" + number,
                "team/service",
                "prod",
                START.plus(Duration.ofHours(4L * number)),
                change,
                BuildSignals.UNKNOWN);
    }

    /** A history whose log-odds of a failure are {@code base}, +1.5 with "network", +0.5 for each natural log of lines over 3. */
    public static List<Sample> history(int count, double base, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            String other = WORDS[random.nextInt(WORDS.length)];
            double lines = Math.floor(Math.exp(random.nextDouble() * 6));
            boolean network = word.equals("network") || other.equals("network");
            double logOdds = base + (network ? 1.5 : 0) + 0.5 * (Math.log(lines + 1) - 3);
            double truth = 1 / (1 + Math.exp(-logOdds));
            boolean failed = random.nextDouble() < truth;
            DeploymentFacts facts = facts(i, word + " the " + other, lines);
            Instant known = facts.started().plus(failed ? Duration.ofHours(3) : Duration.ofDays(2));
            samples.add(new Sample(facts, failed, known, truth));
        }
        return samples;
    }
}
