package io.jenkins.plugins.mlci.logscan.scan;

import java.util.List;

/** Why the build failed: the causes as findings, and what kind of failure that is. */
record Verdict(
        List<Finding> causes, String category, double categoryProbability, boolean transientFailure, String signature) {
    static final Verdict NONE = new Verdict(List.of(), "", 0, false, "");
}
