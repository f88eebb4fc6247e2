package io.jenkins.plugins.mlci.plugin.testselector.step;

import io.jenkins.plugins.mlci.plugin.testselector.agent.Written;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What one part of the tests needs, for the script. */
public final class ScriptPart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final String args;
    private final ArrayList<String> commands;
    private final String includesFile;
    private final String excludesFile;
    private final String script;
    private final boolean empty;
    private final double seconds;

    ScriptPart(int index, Written written, double seconds) {
        this.index = index;
        this.args = written.args();
        this.commands = new ArrayList<>(written.commands());
        this.includesFile = written.includesFile();
        this.excludesFile = written.excludesFile();
        this.script = written.script();
        this.empty = written.nothing();
        this.seconds = seconds;
    }

    /** Its number, from 1. */
    @Whitelisted
    public int getIndex() {
        return index;
    }

    /** The arguments for the runner, quoted for the shell of the agent. */
    @Whitelisted
    public String getArgs() {
        return args;
    }

    /** The arguments of each call, when the runner needs several. */
    @Whitelisted
    public List<String> getCommands() {
        return new ArrayList<>(commands);
    }

    /** The file that names the tests to run, or the empty string. */
    @Whitelisted
    public String getIncludesFile() {
        return includesFile;
    }

    /** The file that names the tests to leave out, or the empty string. */
    @Whitelisted
    public String getExcludesFile() {
        return excludesFile;
    }

    /** The script or module that was written for the runner, or the empty string. */
    @Whitelisted
    public String getScript() {
        return script;
    }

    /** Whether this part has no test to run, so that the runner need not be started. */
    @Whitelisted
    public boolean isEmpty() {
        return empty;
    }

    /** The expected seconds of its tests, one after the other; NaN when unknown. */
    @Whitelisted
    public double getSeconds() {
        return seconds;
    }
}
