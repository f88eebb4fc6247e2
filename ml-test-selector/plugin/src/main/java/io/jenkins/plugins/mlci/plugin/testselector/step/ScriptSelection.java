package io.jenkins.plugins.mlci.plugin.testselector.step;

import io.jenkins.plugins.mlci.plugin.testselector.agent.Written;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * What {@code mlSelectTests} gives to the script. Kept with the pipeline, so it holds numbers and names of files and no list of tests.
 */
public final class ScriptSelection implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean all;
    private final boolean observed;
    private final String reason;
    private final int selected;
    private final int skipped;
    private final int wouldSkip;
    private final double savedSeconds;
    private final String modelVersion;
    private final ScriptPart whole;
    private final ArrayList<ScriptPart> shards;

    private ScriptSelection(
            boolean all,
            boolean observed,
            String reason,
            int selected,
            int left,
            double seconds,
            String modelVersion,
            ScriptPart whole,
            List<ScriptPart> shards) {
        this.all = all;
        this.observed = observed;
        this.reason = reason;
        this.selected = selected;
        this.skipped = all ? 0 : left;
        this.wouldSkip = left;
        this.savedSeconds = all ? 0 : seconds;
        this.modelVersion = modelVersion;
        this.whole = whole;
        this.shards = new ArrayList<>(shards);
    }

    /**
     * The answer for a decision.
     *
     * @param written what the agent wrote, one for each part
     * @param seconds the expected seconds of each part
     * @param shard which part this place runs, from 1; 0 for none in particular
     */
    static ScriptSelection of(SelectionReport report, List<Written> written, double[] seconds, int shard) {
        List<ScriptPart> parts = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            parts.add(new ScriptPart(i + 1, written.get(i), seconds[i]));
        }
        int left = report.tests().size() - report.selected();
        // Who ignores the parts of a split runs all tests, rather than the first part alone.
        ScriptPart whole = shard > 0
                ? parts.get(shard - 1)
                : parts.size() == 1 ? parts.get(0) : new ScriptPart(0, Written.everything(), Double.NaN);
        return new ScriptSelection(
                report.facts().everythingRuns(),
                report.facts().observe(),
                report.facts().reason(),
                report.facts().all() ? report.tests().size() : report.selected(),
                report.facts().all() ? 0 : left,
                report.facts().all() ? 0 : report.leftOutSeconds(),
                report.facts().modelVersion(),
                whole,
                parts);
    }

    /** The answer when nothing could be decided or written: all tests run. */
    static ScriptSelection everything(String reason, int parts) {
        ScriptPart whole = new ScriptPart(0, Written.everything(), Double.NaN);
        List<ScriptPart> shards = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            shards.add(new ScriptPart(part, Written.everything(), Double.NaN));
        }
        return new ScriptSelection(true, false, reason, 0, 0, 0, "", whole, shards);
    }

    /** Whether all tests run. */
    @Whitelisted
    public boolean isAll() {
        return all;
    }

    /** Whether all tests run because the selection is only observed. */
    @Whitelisted
    public boolean isObserved() {
        return observed;
    }

    /** Why all tests run, or how the selection came about. */
    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** How many tests are selected; 0 when nothing is known of any test. */
    @Whitelisted
    public int getSelected() {
        return selected;
    }

    /** How many tests are left out. */
    @Whitelisted
    public int getSkipped() {
        return skipped;
    }

    /** How many tests would be left out if the selection were enforced. */
    @Whitelisted
    public int getWouldSkip() {
        return wouldSkip;
    }

    /** The expected seconds of the tests that are left out. */
    @Whitelisted
    public double getSavedSeconds() {
        return savedSeconds;
    }

    /** The stored model that decided, or the empty string. */
    @Whitelisted
    public String getModelVersion() {
        return modelVersion;
    }

    /** The arguments for the runner, quoted for the shell of the agent; empty when all tests run. */
    @Whitelisted
    public String getArgs() {
        return whole.getArgs();
    }

    /** The arguments of each call, when the runner needs several. */
    @Whitelisted
    public List<String> getCommands() {
        return whole.getCommands();
    }

    /** The file that names the tests to run, or the empty string. */
    @Whitelisted
    public String getIncludesFile() {
        return whole.getIncludesFile();
    }

    /** The file that names the tests to leave out, or the empty string. */
    @Whitelisted
    public String getExcludesFile() {
        return whole.getExcludesFile();
    }

    /** The script or module that was written for the runner, or the empty string. */
    @Whitelisted
    public String getScript() {
        return whole.getScript();
    }

    /** The parts, at least one. */
    @Whitelisted
    public List<ScriptPart> getShards() {
        return new ArrayList<>(shards);
    }

    /** The reason, for {@code echo}. */
    @Whitelisted
    @Override
    public String toString() {
        return (all ? "all tests: " : selected + " selected, " + skipped + " left out: ") + reason;
    }
}
