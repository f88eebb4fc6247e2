package io.jenkins.plugins.mlci.deploygate.feature;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of all earlier deployments: tells each new one its features. Calls come in the order of time. An outcome
 * counts only from the moment when it became known.
 *
 * <p>Rates are pulled towards those of the next larger whole: a part of the repository towards its job and environment, that
 * towards all jobs and environments together. So a new job starts with what the others know.
 */
public final class DeploymentMemory {
    /** The label of a deployment that takes an earlier one back. */
    public static final String REVERT = "revert";

    static final double MONTH = 720;
    static final double WEEK = 168;
    /** The failure rate before anything is known, and how many outcomes it weighs; public deployments have 2.2 %. */
    static final double START_RATE = 0.02;

    private static final double START_STRENGTH = 50;
    private static final double LATEST = 0.2;
    private static final int TITLES = 120;

    final Rates rates = new Rates();
    final Occurrences occurrences = new Occurrences();
    final WordRates words = new WordRates();
    final FileMemory files = new FileMemory();
    private final Map<String, RecentTitles> titles = new HashMap<>();
    private final Map<String, RecentTitles> rolledBack = new HashMap<>();
    private final Map<String, double[]> latest = new HashMap<>();
    private final Map<String, DeploymentFacts> open = new HashMap<>();
    private double outcomes;
    private double failures;
    private double clock = Double.NEGATIVE_INFINITY;

    /** The features of a deployment that is about to start; changes nothing. */
    public RiskRow row(DeploymentFacts facts) {
        List<String> texts = Words.of(facts.change().text());
        double now = Math.max(clock, hours(facts.started()));
        double[] values = new RowBuilder(this, facts, texts, now).build();
        List<String> all = new ArrayList<>(texts);
        facts.change().subsystems().stream().limit(5).forEach(part -> all.add("/" + part));
        facts.change().authors().stream().limit(5).forEach(author -> all.add("@" + author));
        return new RiskRow(values, all);
    }

    /** Remembers that a deployment started; one that is known already is ignored. */
    public void started(DeploymentFacts facts) {
        if (open.putIfAbsent(facts.id(), facts) != null) {
            return;
        }
        double now = tick(facts.started());
        List<String> texts = Words.of(facts.change().text());
        String scope = scope(facts);
        words.use(texts);
        titles.computeIfAbsent(scope, s -> new RecentTitles(WEEK, TITLES)).add(now, texts);
        occurrences.add(deployment(scope), now);
        occurrences.add(part(facts), now);
        facts.change().authors().forEach(author -> occurrences.add(author(author), now));
        if (isRevert(facts)) {
            occurrences.add(rollback(scope), now);
            rollBack(scope, now, texts);
        }
        files.change(facts.change().paths(), now);
    }

    /** Learns an outcome; that of a deployment that is not open is ignored. Returns whether it was learned. */
    public boolean known(KnownOutcome outcome) {
        DeploymentFacts facts = open.remove(outcome.deployment());
        if (facts == null) {
            return false;
        }
        double now = tick(outcome.known());
        boolean failed = outcome.failed();
        String scope = scope(facts);
        List<String> texts = Words.of(facts.change().text());
        rates.add(ALL, now, failed);
        rates.add(scope, now, failed);
        rates.add(part(facts), now, failed);
        facts.change().authors().forEach(author -> rates.add(author(author), now, failed));
        words.learn(texts, failed);
        files.learn(facts.change().paths(), failed);
        outcomes++;
        failures += failed ? 1 : 0;
        double[] last = latest.computeIfAbsent(scope, s -> new double[] {baseRate(), 0});
        last[0] += LATEST * ((failed ? 1 : 0) - last[0]);
        last[1] = failed ? 1 : 0;
        if (failed) {
            rollBack(scope, now, texts);
        }
        return true;
    }

    /** Forgets a deployment whose outcome says nothing about it. */
    public void forget(String deployment) {
        open.remove(deployment);
    }

    /** The failure rate over all that is known. */
    double baseRate() {
        return (failures + START_STRENGTH * START_RATE) / (outcomes + START_STRENGTH);
    }

    /** Mean of the last outcomes and the last one alone; null when none is known. */
    double[] latest(String scope) {
        return latest.get(scope);
    }

    RecentTitles titles(String scope) {
        return titles.getOrDefault(scope, new RecentTitles(WEEK, TITLES));
    }

    RecentTitles rolledBack(String scope) {
        return rolledBack.getOrDefault(scope, new RecentTitles(MONTH, TITLES));
    }

    static final String ALL = "";

    static String scope(DeploymentFacts facts) {
        return facts.job() + "\n" + facts.environment();
    }

    static String deployment(String scope) {
        return "d" + scope;
    }

    static String rollback(String scope) {
        return "r" + scope;
    }

    static String part(DeploymentFacts facts) {
        List<String> parts = facts.change().subsystems();
        return scope(facts) + "\n" + (parts.isEmpty() ? "" : parts.get(0));
    }

    static String author(String author) {
        return "@" + author;
    }

    static boolean isRevert(DeploymentFacts facts) {
        return facts.change().text().labels().contains(REVERT)
                || facts.change().text().title().startsWith("Revert \"");
    }

    static double hours(Instant time) {
        return time.getEpochSecond() / 3600.0;
    }

    private void rollBack(String scope, double now, List<String> texts) {
        rolledBack.computeIfAbsent(scope, s -> new RecentTitles(MONTH, TITLES)).add(now, texts);
    }

    private double tick(Instant time) {
        clock = Math.max(clock, hours(time));
        return clock;
    }
}
