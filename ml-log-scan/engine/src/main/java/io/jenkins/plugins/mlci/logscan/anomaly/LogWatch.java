package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BuildProfile;
import io.jenkins.plugins.mlci.logscan.baseline.FormUse;
import io.jenkins.plugins.mlci.logscan.baseline.KnownForm;
import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.logscan.template.Form;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares the lines of one log with the job's good builds while they come, and keeps what stands out. Memory does not grow with the
 * log. Not thread-safe.
 */
public final class LogWatch {
    /** How much of the novelty is left where every good build had new lines in that place. */
    private static final double CHURN = 0.9;
    /** A line that tells of trouble keeps more. */
    private static final double ALARMING_CHURN = 0.5;

    private final Baseline baseline;
    private final TemplateMiner miner;
    private final Novelty novelty;
    private final SeenTable seen = new SeenTable();
    private final NewRuns newRuns;
    private final NewRuns rareRuns;
    private final TimeWatch times = new TimeWatch();
    private final EvidenceKeeper keeper = new EvidenceKeeper();
    private final List<String> stages;
    private String stage;
    private int stageNumber;
    private KnownForm knownBefore;
    private FormUse useBefore;
    private long lines;
    private Seen last;

    /**
     * @param baseline of the job
     * @param miner finds the templates of this log; must be new
     */
    public LogWatch(Baseline baseline, TemplateMiner miner) {
        this.baseline = baseline;
        this.miner = miner;
        this.novelty = new Novelty(baseline, miner);
        this.newRuns = new NewRuns(AnomalyKind.NEVER_SEEN, baseline.builds());
        this.rareRuns = new NewRuns(AnomalyKind.RARE, baseline.builds());
        this.stages = new ArrayList<>(baseline.stages());
    }

    /**
     * Takes the next line; its secrets are hidden.
     *
     * @return how new it is, from 0 to 1; NaN without a good build
     */
    public double line(Line line) {
        lines = line.number();
        Form form = miner.learn(line);
        Seen here = seen.get(form.key());
        if (here == null) {
            KnownForm known = novelty.known(form);
            here = new Seen(
                    new FormUse(form, known, line.number()), novelty.of(form, known), Alarming.is(form.wordingBytes()));
            seen.add(here);
        }
        if (!line.stage().equals(stage)) {
            enter(line.stage());
        }
        last = here;
        here.use.seen(line.number(), stageNumber);
        times.line(line, here);
        double value = novelty(here);
        if (value >= NewRuns.NEW) {
            newRuns.add(line.number(), value);
        } else if (value >= NewRuns.RARE && here.use.known() != null) {
            rareRuns.add(line.number(), value);
        }
        boolean standsOut = here.alarming || value >= NewRuns.NEW;
        keeper.add(line, here, value, standsOut);
        return value;
    }

    private double novelty(Seen here) {
        KnownForm known = here.use.known();
        if (known != null) {
            knownBefore = known;
            useBefore = here.use;
            boolean otherStage = known.stages() != 0 && (known.stages() >>> stageNumber & 1) == 0;
            return otherStage ? Math.max(Novelty.OTHER_STAGE - 0.1, here.novelty) : here.novelty;
        }
        if (useBefore != null) {
            useBefore.newLineBehind();
        }
        if (knownBefore == null || here.novelty != here.novelty) {
            return here.novelty;
        }
        double keep = 1 - (here.alarming ? ALARMING_CHURN : CHURN) * Novelty.churn(knownBefore);
        return here.novelty * keep;
    }

    private void enter(String name) {
        stage = name;
        stageNumber = stages.indexOf(name);
        if (stageNumber < 0 && stages.size() < Baseline.MOST_STAGES) {
            stageNumber = stages.size();
            stages.add(name);
        } else if (stageNumber < 0) {
            stageNumber = Baseline.MOST_STAGES;
        }
    }

    /** Whether the line taken last has a word that tells of trouble. */
    public boolean alarming() {
        return last != null && last.alarming;
    }

    /** Whether the line taken last was the first with its wording. */
    public boolean firstOfItsKind() {
        return last != null && last.use.count() == 1;
    }

    /** How many lines were taken. */
    public long lines() {
        return lines;
    }

    /**
     * What is left of the log now that it ended.
     *
     * @param millis how long the build took; -1 to take it from the times of the lines
     */
    public LogEvidence finish(long millis) {
        List<Anomaly> anomalies = new ArrayList<>(newRuns.finish());
        anomalies.addAll(rareRuns.finish());
        long took = millis >= 0 ? millis : times.total();
        anomalies.addAll(new EndChecks(baseline, novelty, seen.all(), lines).run(times.stages(), took));
        anomalies.sort(Comparator.comparingLong(Anomaly::first)
                .thenComparingLong(Anomaly::last)
                .thenComparing(Anomaly::kind)
                .thenComparing(Anomaly::reason));
        return new LogEvidence(keeper.lines(), lines, baseline.builds(), anomalies);
    }

    /**
     * What a baseline learns from this log, if the build was good.
     *
     * @param millis how long the build took; -1 to take it from the times of the lines
     */
    public BuildProfile profile(long millis) {
        List<FormUse> uses = seen.all().stream().map(each -> each.use).toList();
        return new BuildProfile(uses, lines, stages, times.stages(), millis >= 0 ? millis : times.total());
    }
}
