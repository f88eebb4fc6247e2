package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The words of each data set for kinds of failures, in ours. A label that says two things at once accepts both; one that says nothing of the
 * kind (for example {@code script}) accepts none, and its case is left out.
 */
final class CategoryLabels {
    private static final Map<String, Set<FailureCategory>> LABELS = Map.ofEntries(
            Map.entry("compile", EnumSet.of(FailureCategory.COMPILATION)),
            Map.entry("compile/jdk_version", EnumSet.of(FailureCategory.COMPILATION)),
            Map.entry("compile_error", EnumSet.of(FailureCategory.COMPILATION)),
            Map.entry("compilation_error", EnumSet.of(FailureCategory.COMPILATION)),
            Map.entry("test_compilation_error", EnumSet.of(FailureCategory.COMPILATION)),
            Map.entry("test", EnumSet.of(FailureCategory.TEST)),
            Map.entry("test/missing_tool", EnumSet.of(FailureCategory.TEST, FailureCategory.MISSING_TOOL)),
            Map.entry("test/performance", EnumSet.of(FailureCategory.TEST)),
            Map.entry("test_assertion", EnumSet.of(FailureCategory.TEST)),
            Map.entry("snapshot_diff", EnumSet.of(FailureCategory.TEST)),
            Map.entry("test_failure", EnumSet.of(FailureCategory.TEST)),
            Map.entry("flaky_test", EnumSet.of(FailureCategory.TEST)),
            Map.entry("static_analysis", EnumSet.of(FailureCategory.STATIC_ANALYSIS)),
            Map.entry("static_analysis/go_mod", EnumSet.of(FailureCategory.STATIC_ANALYSIS)),
            Map.entry("lint_error", EnumSet.of(FailureCategory.STATIC_ANALYSIS)),
            Map.entry("type_error", EnumSet.of(FailureCategory.STATIC_ANALYSIS)),
            Map.entry("dependency", EnumSet.of(FailureCategory.DEPENDENCY)),
            Map.entry("dependency_install", EnumSet.of(FailureCategory.DEPENDENCY)),
            Map.entry("dependency_resolution", EnumSet.of(FailureCategory.DEPENDENCY)),
            Map.entry("network", EnumSet.of(FailureCategory.NETWORK)),
            Map.entry("network/scm", EnumSet.of(FailureCategory.NETWORK, FailureCategory.SCM)),
            Map.entry("network/docker_registry", EnumSet.of(FailureCategory.NETWORK)),
            Map.entry("network/rate_limit", EnumSet.of(FailureCategory.NETWORK)),
            Map.entry("network_or_flaky", EnumSet.of(FailureCategory.NETWORK)),
            Map.entry("timeout", EnumSet.of(FailureCategory.TIMEOUT)),
            Map.entry("timeout_or_oom", EnumSet.of(FailureCategory.TIMEOUT, FailureCategory.OUT_OF_MEMORY)),
            Map.entry("out_of_memory", EnumSet.of(FailureCategory.OUT_OF_MEMORY)),
            Map.entry("resource/disk_full", EnumSet.of(FailureCategory.DISK)),
            Map.entry("resource/filesystem", EnumSet.of(FailureCategory.DISK)),
            Map.entry("disk_full", EnumSet.of(FailureCategory.DISK)),
            Map.entry("permission/scm", EnumSet.of(FailureCategory.PERMISSION)),
            Map.entry("permission_denied", EnumSet.of(FailureCategory.PERMISSION)),
            Map.entry("permission_or_secret", EnumSet.of(FailureCategory.PERMISSION, FailureCategory.CREDENTIALS)),
            Map.entry("infrastructure", EnumSet.of(FailureCategory.INFRASTRUCTURE)),
            Map.entry("infrastructure/agent", EnumSet.of(FailureCategory.INFRASTRUCTURE)),
            Map.entry("infrastructure/cancelled", EnumSet.of(FailureCategory.ABORTED)),
            Map.entry("docker_build", EnumSet.of(FailureCategory.INFRASTRUCTURE, FailureCategory.NETWORK)),
            Map.entry("configuration", EnumSet.of(FailureCategory.CONFIGURATION)),
            Map.entry("configuration/jdk_version", EnumSet.of(FailureCategory.CONFIGURATION)),
            Map.entry("github_actions_config", EnumSet.of(FailureCategory.CONFIGURATION)),
            Map.entry("scm", EnumSet.of(FailureCategory.SCM)),
            Map.entry("missing_tool", EnumSet.of(FailureCategory.MISSING_TOOL)),
            Map.entry("process_killed", EnumSet.of(FailureCategory.KILLED)),
            Map.entry("aborted", EnumSet.of(FailureCategory.ABORTED)));

    private CategoryLabels() {}

    /** The categories that are right for a label, the first one meant; empty when the label has no place in our kinds. */
    static Set<FailureCategory> accepted(String label) {
        return LABELS.getOrDefault(label, Set.of());
    }
}
