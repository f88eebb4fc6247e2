package io.jenkins.plugins.mlci.logscan.category;

import java.util.Locale;

/**
 * What kind of failure it is: who or what has to change so that the build passes. The one place where the kinds are named.
 */
public enum FailureCategory {
    COMPILATION("the sources do not compile", 0.02),
    TEST("a test failed", 0.15),
    STATIC_ANALYSIS("a linter, formatter, type checker or other quality check complained", 0.02),
    DEPENDENCY("something that the build needs could not be resolved, installed or loaded", 0.2),
    NETWORK("another machine could not be reached, or answered with an error", 0.75),
    TIMEOUT("something took longer than allowed", 0.5),
    OUT_OF_MEMORY("the memory was used up", 0.25),
    DISK("the disk was full, or could not be written", 0.3),
    PERMISSION("a file, a folder or a resource may not be used", 0.05),
    CREDENTIALS("a password, key or token is missing, wrong or expired", 0.1),
    INFRASTRUCTURE("the machine, agent, container or CI server itself failed", 0.75),
    CONFIGURATION("the job, the build or a tool is set up wrongly", 0.03),
    SCM("the sources could not be fetched, or are not in the state that is asked for", 0.55),
    MISSING_TOOL("a program is not installed, or in a version that does not do", 0.05),
    KILLED("a process was killed from outside", 0.5),
    ABORTED("somebody or something stopped the build on purpose", 0.3),
    UNKNOWN("the log does not say", 0.1);

    private final String meaning;
    private final double usuallyTransient;

    FailureCategory(String meaning, double usuallyTransient) {
        this.meaning = meaning;
        this.usuallyTransient = usuallyTransient;
    }

    /** A sentence's end that a developer understands. */
    public String meaning() {
        return meaning;
    }

    /**
     * How often failures of this kind go away by themselves, from 0 to 1: an estimate by judgement, before a job's own retries say more
     * ({@link TransientKnowledge}).
     */
    public double usuallyTransient() {
        return usuallyTransient;
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

    /** Whether a category has that {@link #key()}. */
    static boolean isKey(String text) {
        return of(text) != UNKNOWN || UNKNOWN.key().equals(text);
    }
}
