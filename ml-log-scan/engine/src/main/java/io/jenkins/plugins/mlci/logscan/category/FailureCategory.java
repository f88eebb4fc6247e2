package io.jenkins.plugins.mlci.logscan.category;

import java.util.Locale;

/**
 * What kind of failure it is: who or what has to change so that the build passes. The one place where the kinds are named.
 */
public enum FailureCategory {
    COMPILATION("the sources do not compile", false),
    TEST("a test failed", false),
    STATIC_ANALYSIS("a linter, formatter, type checker or other quality check complained", false),
    DEPENDENCY("something that the build needs could not be resolved, installed or loaded", false),
    NETWORK("another machine could not be reached, or answered with an error", true),
    TIMEOUT("something took longer than allowed", true),
    OUT_OF_MEMORY("the memory was used up", false),
    DISK("the disk was full, or could not be written", false),
    PERMISSION("a file, a folder or a resource may not be used", false),
    CREDENTIALS("a password, key or token is missing, wrong or expired", false),
    INFRASTRUCTURE("the machine, agent, container or CI server itself failed", true),
    CONFIGURATION("the job, the build or a tool is set up wrongly", false),
    SCM("the sources could not be fetched, or are not in the state that is asked for", true),
    MISSING_TOOL("a program is not installed, or in a version that does not do", false),
    KILLED("a process was killed from outside", true),
    ABORTED("somebody or something stopped the build on purpose", false),
    UNKNOWN("the log does not say", false);

    private final String meaning;
    private final boolean oftenTransient;

    FailureCategory(String meaning, boolean oftenTransient) {
        this.meaning = meaning;
        this.oftenTransient = oftenTransient;
    }

    /** A sentence's end that a developer understands. */
    public String meaning() {
        return meaning;
    }

    /** Whether failures of this kind often go away by themselves. */
    public boolean oftenTransient() {
        return oftenTransient;
    }

    /** The name in files and in JSON, for example {@code out_of_memory}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category of that {@link #key()}; {@link #UNKNOWN} for any other text. */
    public static FailureCategory of(String key) {
        for (FailureCategory category : values()) {
            if (category.key().equals(key)) {
                return category;
            }
        }
        return UNKNOWN;
    }
}
