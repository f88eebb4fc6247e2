package io.jenkins.plugins.mlci.logscan.baseline;

import io.jenkins.plugins.mlci.logscan.template.Form;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a job's good builds look like. Immutable: learning a build gives a new baseline. It is bounded: wordings that were not seen for
 * {@value #FORGOTTEN_AFTER} good builds go, and of more than {@value #MOST_FORMS} the ones that count least.
 *
 * @param version of the format
 * @param builds how many good builds were learned
 * @param weight how many they count, recent ones more
 * @param forms the wordings, in the order of their place in the log
 * @param stages the names of the stages, at most {@value #MOST_STAGES}; their index is what {@link KnownForm#stages} counts
 * @param stageTimes how long they took
 * @param lines how many lines the longest of the recent good logs had
 * @param gapMillis the longest time between two lines in the recent good builds; -1 where lines have no time
 * @param durations how long the builds took
 */
public record Baseline(
        int version,
        int builds,
        double weight,
        List<KnownForm> forms,
        List<String> stages,
        Map<String, Durations> stageTimes,
        double lines,
        double gapMillis,
        Durations durations) {
    /** The version of the format that is written. */
    public static final int VERSION = 1;

    static final double DECAY = 0.95;
    static final int FORGOTTEN_AFTER = 60;
    static final int MOST_FORMS = 12_000;
    /** Stage numbers must fit the bits of a long; the last bit is for all stages beyond. */
    public static final int MOST_STAGES = 63;

    /** How much the largest value of a recent build loses with each build after it. */
    private static final double FADE = 0.97;

    public Baseline {
        forms = List.copyOf(forms);
        stages = List.copyOf(stages);
        stageTimes = Collections.unmodifiableMap(new TreeMap<>(stageTimes));
    }

    /** Of a job without a good build. */
    public static Baseline empty() {
        return new Baseline(VERSION, 0, 0, List.of(), List.of(), Map.of(), 0, -1, new Durations(List.of()));
    }

    /**
     * Makes a miner know all wordings.
     *
     * @param each is told each form of the miner
     * @return what is known, by {@link Form#key()}
     */
    public KnownForms preload(TemplateMiner miner, Consumer<Form> each) {
        KnownForms known = new KnownForms(forms.size());
        for (KnownForm form : forms) {
            Form loaded = miner.preload(form.tokens());
            known.put(loaded.key(), form);
            each.accept(loaded);
        }
        return known;
    }

    /** The baseline after one more good build. */
    public Baseline learn(BuildProfile build) {
        int number = builds + 1;
        List<String> names = stagesWith(build.stages());
        Map<String, KnownForm> next = new LinkedHashMap<>();
        for (KnownForm form : forms) {
            if (number - form.lastBuild() < FORGOTTEN_AFTER) {
                next.put(form.key(), faded(form));
            }
        }
        double longestGap = gapMillis * FADE;
        for (FormUse use : build.uses()) {
            if (use.count() > 0) {
                String key = Long.toHexString(use.form().key());
                next.put(key, with(next.get(key), key, use, number, build.lines()));
                longestGap = Math.max(longestGap, use.gapMillis());
            }
        }
        return new Baseline(
                VERSION,
                number,
                weight * DECAY + 1,
                bounded(next),
                names,
                times(build),
                Math.max(lines * FADE, build.lines()),
                gapMillis < 0 && longestGap < 0 ? -1 : longestGap,
                build.millis() < 0 ? durations : durations.plus(build.millis()));
    }

    private static KnownForm faded(KnownForm form) {
        return new KnownForm(
                form.key(),
                form.tokens(),
                form.weight() * DECAY,
                form.lastBuild(),
                form.most() * FADE,
                form.position(),
                form.gapMillis() < 0 ? -1 : form.gapMillis() * FADE,
                form.churn() * DECAY,
                form.stages());
    }

    private static KnownForm with(KnownForm before, String key, FormUse use, int number, long lines) {
        double position = lines <= 1 ? 0 : (use.first() - 1.0) / (lines - 1.0);
        double churn = use.newLinesBehind() ? 1 : 0;
        if (before == null) {
            return new KnownForm(
                    key, use.form().tokens(), 1, number, use.count(), position, use.gapMillis(), churn, use.stages());
        }
        double mean = before.position() + (position - before.position()) / (before.weight() + 1);
        return new KnownForm(
                key,
                before.tokens(),
                before.weight() + 1,
                number,
                Math.max(before.most(), use.count()),
                mean,
                Math.max(before.gapMillis(), use.gapMillis()),
                before.churn() + churn,
                before.stages() | use.stages());
    }

    private static List<KnownForm> bounded(Map<String, KnownForm> forms) {
        List<KnownForm> all = new ArrayList<>(forms.values());
        if (all.size() > MOST_FORMS) {
            all.sort(Comparator.comparingDouble(KnownForm::weight)
                    .thenComparingInt(KnownForm::lastBuild)
                    .reversed()
                    .thenComparing(KnownForm::key));
            all = new ArrayList<>(all.subList(0, MOST_FORMS));
        }
        all.sort(Comparator.comparingDouble(KnownForm::position).thenComparing(KnownForm::key));
        return all;
    }

    /** The bits of the build's wordings count in its list of stages, which starts with ours. */
    private List<String> stagesWith(List<String> theirs) {
        if (theirs.size() < stages.size() || !theirs.subList(0, stages.size()).equals(stages)) {
            throw new IllegalArgumentException("The build was not read beside this baseline: its stages differ.");
        }
        return theirs.subList(0, Math.min(theirs.size(), MOST_STAGES));
    }

    private Map<String, Durations> times(BuildProfile build) {
        Map<String, Durations> times = new LinkedHashMap<>(stageTimes);
        build.stageMillis().forEach((stage, millis) -> {
            if (times.containsKey(stage) || times.size() < MOST_STAGES) {
                times.merge(stage, new Durations(List.of(millis)), (before, one) -> before.plus(millis));
            }
        });
        return times;
    }
}
