package io.jenkins.plugins.mlci.plugin.testselector.page;

import jenkins.model.Tab;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The figures of a selection, for pages and {@code /api/json}; they need no file. */
@ExportedBean
public abstract class SelectionTab extends Tab {
    SelectionTab() {
        super(null);
    }

    abstract SelectionSummary summary();

    /** The verdict, in one sentence. */
    @Exported
    public String getVerdict() {
        return summary().verdict();
    }

    /** Why these tests; may be empty. */
    @Exported
    public String getWhy() {
        return summary().why();
    }

    /** What became of it; empty while the results are not in. */
    @Exported
    public String getAftermath() {
        return summary().aftermath();
    }

    /** Why all tests run, or how the selection came about. */
    @Exported
    public String getReason() {
        return summary().reason();
    }

    /** Whether all tests run by a rule. */
    @Exported
    public boolean isAll() {
        return summary().all();
    }

    /** Whether all tests run and the selection is only shown. */
    @Exported
    public boolean isObserved() {
        return summary().observe();
    }

    /** How many tests are known. */
    @Exported
    public int getTotal() {
        return summary().tests();
    }

    /** How many are selected. */
    @Exported
    public int getSelected() {
        return summary().selected();
    }

    /** The expected seconds of the others. */
    @Exported
    public double getLeftOutSeconds() {
        return summary().leftOutSeconds();
    }

    /** How many tests failed; -1 while unknown. */
    @Exported
    public int getFailed() {
        return summary().failed();
    }

    /** How many of them the selection left out; -1 while unknown. */
    @Exported
    public int getMissed() {
        return summary().missed();
    }

    /** The stored model that decided; empty when none did. */
    @Exported
    public String getModelVersion() {
        return summary().modelVersion();
    }
}
