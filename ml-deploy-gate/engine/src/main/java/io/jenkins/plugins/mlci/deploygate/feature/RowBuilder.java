package io.jenkins.plugins.mlci.deploygate.feature;

import static io.jenkins.plugins.mlci.deploygate.feature.RiskFeature.*;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Fills the features of one deployment from its facts and from what is remembered. */
final class RowBuilder {
    private static final double PART_STRENGTH = 20;
    private static final double SCOPE_STRENGTH = 30;

    private final DeploymentMemory memory;
    private final DeploymentFacts facts;
    private final List<String> words;
    private final double now;
    private final String scope;
    private final double[] values = new double[RiskFeature.values().length];

    RowBuilder(DeploymentMemory memory, DeploymentFacts facts, List<String> words, double now) {
        this.memory = memory;
        this.facts = facts;
        this.words = words;
        this.now = now;
        this.scope = DeploymentMemory.scope(facts);
        Arrays.fill(values, Double.NaN);
    }

    double[] build() {
        size(facts.change().size(), facts.change().past().linesBefore());
        past(facts.change());
        text(facts.change().text());
        record();
        recent();
        clock();
        build(facts.build());
        return values;
    }

    private void size(ChangeSize size, double linesBefore) {
        log(COMMITS, size.commits());
        log(AUTHORS, size.authors());
        log(ADDED, size.added());
        log(DELETED, size.deleted());
        double churn = size.added() + size.deleted();
        log(CHURN, churn);
        set(CHURN_PER_FILE, Math.log1p(churn / (size.files() + 1)));
        set(REPLACED, Math.log((size.deleted() + 1) / (size.added() + 1)));
        set(GROWTH, Math.log((size.added() + 1) / (linesBefore + 1)));
        log(FILES, size.files());
        log(FOLDERS, size.folders());
        log(SUBSYSTEMS, size.subsystems());
        set(ENTROPY, size.entropy());
        log(BINARIES, size.binaries());
        log(CONFIG, size.config());
        log(CODE, size.code());
        log(TESTS, size.tests());
        log(DOCS, size.docs());
        log(DATA, size.data());
    }

    private void past(DeployedChange change) {
        ChangePast past = change.past();
        FileMemory.Past own = memory.files.past(change.paths(), now, memory.baseRate());
        double changes = first(past.earlierChanges(), own.changes());
        log(LINES_BEFORE, past.linesBefore());
        log(DEVELOPERS, past.developers());
        log(AGE, first(past.ageDays(), own.days()));
        log(EARLIER_CHANGES, changes);
        log(CHANGES_PER_FILE, changes / (change.size().files() + 1));
        log(FILE_ROLLBACKS_MOST, first(past.fileRollbacksMost(), own.failuresMost()));
        log(FILE_ROLLBACKS, first(past.fileRollbacks(), own.failures()));
        set(FILE_RATE, Math.log(own.rate()));
        log(EXPERIENCE, past.experience());
        log(RECENT_EXPERIENCE, past.recentExperience());
        log(SUBSYSTEM_EXPERIENCE, past.subsystemExperience());
        set(EXPERIENCE_SHARE, (past.subsystemExperience() + 1) / (past.experience() + 1));
        if (!change.authors().isEmpty()) {
            String author = DeploymentMemory.author(change.authors().get(0));
            set(AUTHOR_RATE_30D, Math.log(memory.rates.rate(author, 1, now, scopeRate(1), PART_STRENGTH)));
            set(AUTHOR_RATE_1Y, Math.log(memory.rates.rate(author, 2, now, scopeRate(2), PART_STRENGTH)));
            log(AUTHOR_24H, memory.occurrences.within(author, now, 24));
            hours(AUTHOR_HOURS, memory.occurrences.hoursSince(author, now));
            hours(AUTHOR_FAILURE_HOURS, memory.rates.hoursSinceFailure(author, now));
        }
    }

    private void text(ChangeText text) {
        List<String> labels = text.labels();
        flag(TICKET, labels.contains("ticket"));
        flag(FIX, labels.contains("fix"));
        flag(REVERT, DeploymentMemory.isRevert(facts));
        flag(RELAND, labels.contains("reland"));
        flag(BOT, labels.contains("bot"));
        flag(MERGE, labels.contains("merge"));
        log(BODY, text.bodyLength() < 0 ? Double.NaN : text.bodyLength());
        if (words.isEmpty()) {
            return;
        }
        double base = memory.baseRate();
        double[] risks = words.stream()
                .mapToDouble(word -> memory.words.risk(word, base))
                .toArray();
        double[] rarity = words.stream().mapToDouble(memory.words::rarity).toArray();
        double sum = Arrays.stream(risks).sum();
        set(WORD_RISK, sum / risks.length);
        set(WORD_RISK_SUM, sum);
        set(WORD_RISK_MOST, Arrays.stream(risks).max().orElse(0));
        set(WORD_RISK_LEAST, Arrays.stream(risks).min().orElse(0));
        set(WORD_RARITY, Arrays.stream(rarity).average().orElse(0));
        set(WORD_RARITY_MOST, Arrays.stream(rarity).max().orElse(0));
        log(WORDS_NEW, words.stream().filter(memory.words::isNew).count());
        log(WORDS, words.size());
    }

    private void record() {
        set(RATE_3D, Math.log(scopeRate(0)));
        set(RATE_30D, Math.log(scopeRate(1)));
        set(RATE_1Y, Math.log(scopeRate(2)));
        String part = DeploymentMemory.part(facts);
        set(SUBSYSTEM_RATE_30D, Math.log(memory.rates.rate(part, 1, now, scopeRate(1), PART_STRENGTH)));
        set(SUBSYSTEM_RATE_1Y, Math.log(memory.rates.rate(part, 2, now, scopeRate(2), PART_STRENGTH)));
        double[] latest = memory.latest(scope);
        if (latest != null) {
            set(LAST_OUTCOMES, latest[0]);
            set(LAST_FAILED, latest[1]);
        }
    }

    /** The rate of the job and environment over a span, pulled towards that of all. */
    private double scopeRate(int span) {
        double all = memory.rates.rate(DeploymentMemory.ALL, span, now, memory.baseRate(), SCOPE_STRENGTH);
        return memory.rates.rate(scope, span, now, all, SCOPE_STRENGTH);
    }

    private void recent() {
        String rollback = DeploymentMemory.rollback(scope);
        String part = DeploymentMemory.part(facts);
        log(ROLLBACKS_7D, memory.occurrences.within(rollback, now, DeploymentMemory.WEEK));
        log(ROLLBACKS_30D, memory.occurrences.within(rollback, now, DeploymentMemory.MONTH));
        hours(ROLLBACK_HOURS, memory.occurrences.hoursSince(rollback, now));
        hours(FAILURE_HOURS, memory.rates.hoursSinceFailure(scope, now));
        hours(SUBSYSTEM_FAILURE_HOURS, memory.rates.hoursSinceFailure(part, now));
        String deployment = DeploymentMemory.deployment(scope);
        hours(PREVIOUS_HOURS, memory.occurrences.hoursSince(deployment, now));
        log(DEPLOYMENTS_24H, memory.occurrences.within(deployment, now, 24));
        log(DEPLOYMENTS_7D, memory.occurrences.within(deployment, now, DeploymentMemory.WEEK));
        log(SUBSYSTEM_24H, memory.occurrences.within(part, now, 24));
        if (!words.isEmpty()) {
            set(
                    ROLLED_BACK_TITLE,
                    memory.rolledBack(scope)
                            .match(now, words, memory.words::rarity)
                            .best());
            RecentTitles.Match match = memory.titles(scope).match(now, words, memory.words::rarity);
            set(RECENT_TITLE, match.best());
            hours(RECENT_TITLE_HOURS, match.hours());
            log(RECENT_TITLES, match.similar());
        }
    }

    private void clock() {
        log(LEAD, facts.change().leadHours());
        OffsetDateTime time = facts.started().atOffset(ZoneOffset.UTC);
        double angle = Math.PI / 12 * (time.getHour() + time.getMinute() / 60.0);
        set(HOUR_SIN, Math.sin(angle));
        set(HOUR_COS, Math.cos(angle));
        flag(FRIDAY, time.getDayOfWeek() == DayOfWeek.FRIDAY);
        flag(WEEKEND, time.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue());
    }

    private void build(BuildSignals build) {
        log(TEST_COUNT, build.tests());
        log(TESTS_FAILED, build.failedTests());
        log(TESTS_SKIPPED, build.skippedTests());
        set(SKIPPED_RISK, build.skippedRisk());
        log(TESTS_FLAKY, build.flakyTests());
        log(LOG_ANOMALIES, build.logAnomalies());
        log(FAILED_BUILDS, build.failedBuildsBefore());
    }

    private void hours(RiskFeature feature, double hours) {
        log(feature, Math.min(hours, Rates.HALF_LIVES[2]));
    }

    private void log(RiskFeature feature, double value) {
        set(feature, Math.log1p(Math.max(0, value)));
    }

    private void flag(RiskFeature feature, boolean value) {
        set(feature, value ? 1 : 0);
    }

    private void set(RiskFeature feature, double value) {
        values[feature.ordinal()] = Double.isFinite(value) ? value : Double.NaN;
    }

    private static double first(double given, double own) {
        return Double.isNaN(given) ? own : given;
    }
}
