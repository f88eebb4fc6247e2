package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.KnownForm;
import io.jenkins.plugins.mlci.logscan.baseline.KnownForms;
import io.jenkins.plugins.mlci.logscan.template.Form;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;

/**
 * How new a wording is beside the good builds, from 0 to 1. The steps: this wording is in all of them (0), in few ({@value #FEW}), only in
 * other stages ({@value #OTHER_STAGE}), only its template ({@value #TEMPLATE}), only its first words ({@value #HEAD}), nothing of it (1).
 */
final class Novelty {
    static final double OTHER_STAGE = 0.3;
    static final double FEW = 0.4;
    static final double TEMPLATE = 0.5;
    static final double HEAD = 0.8;

    private final Baseline baseline;
    private final KnownForms known;
    private final Heads heads = new Heads();

    /** Makes the miner know what the baseline knows. */
    Novelty(Baseline baseline, TemplateMiner miner) {
        this.baseline = baseline;
        this.known = baseline.preload(miner, form -> heads.add(form.head()));
    }

    /** What the good builds showed of a wording; null for nothing. */
    KnownForm known(Form form) {
        return known.get(form.key());
    }

    /** How new a wording is. NaN where there is no good build. */
    double of(Form form, KnownForm here) {
        if (baseline.builds() == 0) {
            return Double.NaN;
        }
        if (here != null) {
            double rare = 1 - share(here);
            return FEW * rare * rare;
        }
        if (form.templateKnown()) {
            return TEMPLATE;
        }
        return heads.contains(form.head()) ? HEAD : 1;
    }

    /** The share of good builds that had the wording, recent ones count more. */
    double share(KnownForm form) {
        return Math.min(1, form.weight() / baseline.weight());
    }

    /** In which share of the good builds that had the wording new lines stood behind it. */
    static double churn(KnownForm form) {
        // A form that was seen once may have been followed by new lines because everything was new.
        return form.weight() < 1.5 ? 0 : Math.min(1, form.churn() / (form.weight() - 0.5));
    }
}
