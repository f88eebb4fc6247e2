package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.baseline.FormUse;

/** One wording in the log that is read now. */
final class Seen {
    final FormUse use;
    /** How new the wording is, without regard to where it stands; NaN without good builds. */
    final double novelty;

    /** Whether it has a word that tells of trouble. */
    final boolean alarming;

    /** How many neighbourhoods were kept because of it. */
    int kept;

    Seen(FormUse use, double novelty, boolean alarming) {
        this.use = use;
        this.novelty = novelty;
        this.alarming = alarming;
    }
}
