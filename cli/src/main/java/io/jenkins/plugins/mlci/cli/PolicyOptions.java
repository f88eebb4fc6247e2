package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How much to run, the same way in every command that selects. */
public final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "confidence:0.95",
            description =
                    "confidence:0.95 keeps that share of the failures, fraction:30%% runs that share of the tests,"
                            + " time:10m what fits. Default: ${DEFAULT-VALUE}.")
    private String policy = "confidence:0.95";

    @Option(
            names = "--must-run",
            paramLabel = "PATTERN",
            description = "Tests that always run, by class or class#method, with * and ?; may be repeated.")
    private List<String> mustRun = new ArrayList<>();

    @Option(
            names = "--run-all-on",
            paramLabel = "PATTERN",
            description = "Files whose change makes all tests run, besides build, lock and CI files; * and **; may be"
                    + " repeated.")
    private List<String> runAllOn = new ArrayList<>();

    @Option(
            names = "--full-every",
            paramLabel = "N",
            defaultValue = "50",
            description = "Run all tests every N builds; 0 for never. Default: ${DEFAULT-VALUE}.")
    private int fullEvery = 50;

    /** The policy, or a usage error that says how to write one. */
    public Policy policy() {
        try {
            return Policy.parse(policy);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage());
        }
    }

    /** As it was written. */
    public String text() {
        return policy;
    }

    /** The rules around it. */
    public Rules rules() {
        if (fullEvery < 0) {
            throw new CommandException(ExitCode.USAGE, "--full-every takes 0 or more, not " + fullEvery + ".");
        }
        return new Rules(mustRun, runAllOn, fullEvery, Rules.DEFAULT.leastBuilds());
    }
}
