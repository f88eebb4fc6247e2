package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.Util;
import io.jenkins.plugins.mlci.plugin.testselector.policy.AsConfigured;
import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.RunnerConfig;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** What an author may say of a selection, the same in a pipeline and in a Freestyle job. */
public abstract class SelectionOptions extends Step implements Serializable {
    /** Where the runner's files go, relative to the folder in which the step runs. */
    public static final String FOLDER = ".mlci/selection";

    static final String SHARD_TIME = "5m";
    private static final long serialVersionUID = 1L;

    private final RunnerConfig runner;
    private PolicyConfig policy;
    private String mode = "";
    private String reference = "";
    private String targetBranch = "";
    private ArrayList<String> mustRun = new ArrayList<>();
    private ArrayList<String> forceAllOn = new ArrayList<>();
    private int fullEvery = Rules.DEFAULT.fullEvery();
    private int shards = 1;
    private int maxShards;
    private String shardTime = SHARD_TIME;
    private int shard;
    private String id = "";
    private String folder = FOLDER;

    SelectionOptions(RunnerConfig runner) {
        this.runner = runner;
    }

    /** The test runner that the selection is written for. */
    public RunnerConfig getRunner() {
        return runner;
    }

    /** How much to run; null for what the administrator set. */
    public PolicyConfig getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(PolicyConfig policy) {
        this.policy = AsConfigured.orNull(policy);
    }

    /** {@code enforce}, {@code observe}, or empty for what the administrator set. */
    public String getMode() {
        return mode;
    }

    @DataBoundSetter
    public void setMode(String mode) {
        this.mode = Util.fixNull(mode).strip();
    }

    /** A revision to compare with; empty for the job's latest build. */
    public String getReference() {
        return reference;
    }

    @DataBoundSetter
    public void setReference(String reference) {
        this.reference = Util.fixNull(reference).strip();
    }

    /** A branch to compare with, from where the commit left it; empty for the target of a pull request. */
    public String getTargetBranch() {
        return targetBranch;
    }

    @DataBoundSetter
    public void setTargetBranch(String targetBranch) {
        this.targetBranch = Util.fixNull(targetBranch).strip();
    }

    /** Patterns of tests that always run. */
    public List<String> getMustRun() {
        return List.copyOf(mustRun);
    }

    @DataBoundSetter
    public void setMustRun(List<String> mustRun) {
        this.mustRun = new ArrayList<>(Lines.split(mustRun));
    }

    /** {@link #getMustRun} for a form. */
    public String getMustRunLines() {
        return Lines.join(mustRun);
    }

    /** Patterns of files whose change makes all tests run. */
    public List<String> getForceAllOn() {
        return List.copyOf(forceAllOn);
    }

    @DataBoundSetter
    public void setForceAllOn(List<String> forceAllOn) {
        this.forceAllOn = new ArrayList<>(Lines.split(forceAllOn));
    }

    /** {@link #getForceAllOn} for a form. */
    public String getForceAllOnLines() {
        return Lines.join(forceAllOn);
    }

    /** Every so many builds all tests run; 0 for never. */
    public int getFullEvery() {
        return fullEvery;
    }

    @DataBoundSetter
    public void setFullEvery(int fullEvery) {
        this.fullEvery = fullEvery;
    }

    /** Into how many parts the tests are split. */
    public int getShards() {
        return shards;
    }

    @DataBoundSetter
    public void setShards(int shards) {
        this.shards = shards;
    }

    /** The most parts, when their number follows from {@link #getShardTime}; 0 for a fixed number. */
    public int getMaxShards() {
        return maxShards;
    }

    @DataBoundSetter
    public void setMaxShards(int maxShards) {
        this.maxShards = maxShards;
    }

    /** How long one part may take, when {@link #getMaxShards} is given. */
    public String getShardTime() {
        return shardTime;
    }

    @DataBoundSetter
    public void setShardTime(String shardTime) {
        this.shardTime = Util.fixEmptyAndTrim(shardTime) == null ? SHARD_TIME : shardTime.strip();
    }

    /** Which part this place runs, from 1; 0 when the script deals with all parts. */
    public int getShard() {
        return shard;
    }

    @DataBoundSetter
    public void setShard(int shard) {
        this.shard = shard;
    }

    /** Tells several selections of one build apart. */
    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(String id) {
        this.id = Util.fixNull(id).strip();
    }

    /** Where the runner's files go. */
    public String getFolder() {
        return folder;
    }

    @DataBoundSetter
    public void setFolder(String folder) {
        this.folder = Util.fixEmptyAndTrim(folder) == null ? FOLDER : folder.strip();
    }
}
