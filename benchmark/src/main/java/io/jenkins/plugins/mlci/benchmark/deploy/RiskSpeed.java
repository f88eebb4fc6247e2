package io.jenkins.plugins.mlci.benchmark.deploy;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.deploygate.risk.PriorModel;
import io.jenkins.plugins.mlci.deploygate.risk.RiskModel;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures how long a risk model takes to learn a history and to assess one deployment, in CPU time of one thread.
 *
 * @param deployments learned
 * @param failures among them
 * @param trainSeconds to replay them all, all trainings of the trees included
 * @param assessMillisMedian of an assessment with its reasons
 * @param assessMillisWorst of 100
 */
record RiskSpeed(
        int deployments, int failures, double trainSeconds, double assessMillisMedian, double assessMillisWorst) {
    private static final int ASSESSED = 100;
    private static final int JOBS = 200;
    private static final int WORDS = 4_000;

    /** @param arguments number of deployments; 100,000 by default */
    public static void main(String[] arguments) {
        RiskSpeed speed = measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000);
        System.out.printf(
                Locale.ROOT,
                "%,d deployments of %d jobs, %,d failed: learned in %.1f s; an assessment takes %.2f ms (median), %.2f ms"
                        + " (worst of %d)%n",
                speed.deployments,
                JOBS,
                speed.failures,
                speed.trainSeconds,
                speed.assessMillisMedian,
                speed.assessMillisWorst,
                ASSESSED);
    }

    /** A made-up year: 200 jobs, 12 words a title out of 4,000, 2.5 % failures that become known after 5 hours. */
    static RiskSpeed measure(int deployments) {
        SplittableRandom random = new SplittableRandom(1);
        RiskModel model = new RiskModel(PriorModel.shipped(), 7);
        Deque<KnownOutcome> waiting = new ArrayDeque<>();
        double step = 365 * 24 * 3600.0 / deployments;
        int failures = 0;
        long start = cpu();
        for (int i = 0; i < deployments; i++) {
            Instant now = Instant.ofEpochSecond(1_700_000_000L + (long) (i * step));
            while (!waiting.isEmpty() && !waiting.peekFirst().known().isAfter(now)) {
                model.known(waiting.pollFirst());
            }
            DeploymentFacts facts = facts(i, now, random);
            model.started(facts);
            double lines = facts.change().size().added();
            boolean failed = random.nextDouble() < (lines > 300 ? 0.06 : 0.015);
            failures += failed ? 1 : 0;
            waiting.addLast(new KnownOutcome(facts.id(), failed, now.plusSeconds(18_000)));
        }
        double seconds = (cpu() - start) / 1e9;
        double[] millis = new double[ASSESSED];
        for (int i = 0; i < ASSESSED; i++) {
            DeploymentFacts facts = facts(deployments + i, Instant.ofEpochSecond(1_731_540_000L), random);
            long before = cpu();
            model.assess(facts);
            millis[i] = (cpu() - before) / 1e6;
        }
        Arrays.sort(millis);
        return new RiskSpeed(deployments, failures, seconds, millis[ASSESSED / 2], millis[ASSESSED - 1]);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static DeploymentFacts facts(int number, Instant started, SplittableRandom random) {
        double unknown = Double.NaN;
        double lines = Math.floor(Math.exp(random.nextDouble() * 8));
        int job = random.nextInt(JOBS);
        List<String> words = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            words.add("word" + (int) (WORDS * Math.pow(random.nextDouble(), 3)));
            paths.add("part" + random.nextInt(10) + "/file" + random.nextInt(3_000));
        }
        DeployedChange change = new DeployedChange(
                new ChangeSize(3, 2, lines, lines / 3, 12, 5, 3, 2, 0, 4, 6, 2, 0, 0),
                new ChangePast(500, 4, unknown, unknown, 30, 5, 3, unknown, unknown),
                new ChangeText(String.join(" ", words), 80, List.of("merge")),
                paths,
                List.of("part" + random.nextInt(10)),
                List.of("dev" + random.nextInt(300)),
                5);
        return new DeploymentFacts("d" + number, "job" + job, "prod", started, change, BuildSignals.UNKNOWN);
    }
}
