package io.jenkins.plugins.mlci.testselector.results;

/** Who wrote a JUnit XML report; all mean something different by {@code classname}. */
public enum ReportDialect {
    /** Maven Surefire and Failsafe. */
    SUREFIRE(true, true),
    /** Gradle, and Ant, which writes the same. */
    GRADLE(true, true),
    PYTEST(true, false),
    /** jest-junit and Vitest. */
    JEST(false, false),
    /** go-junit-report and gotestsum. */
    GO(true, false),
    /** The JUnit logger of dotnet test. */
    DOTNET(false, false),
    /** ctest --output-junit. */
    CTEST(false, false),
    RSPEC(false, false),
    PLAYWRIGHT(false, false),
    /** mocha-junit-reporter and Mocha's own xunit reporter. */
    MOCHA(false, false),
    /** Any other: the attributes are taken at their word. */
    GENERIC(false, false);

    private final boolean repeatsAreReruns;
    private final boolean jvm;

    ReportDialect(boolean repeatsAreReruns, boolean jvm) {
        this.repeatsAreReruns = repeatsAreReruns;
        this.jvm = jvm;
    }

    /**
     * Whether a case that is reported several times was run again after it failed; otherwise the repetitions are
     * invocations with different parameters.
     */
    boolean repeatsAreReruns() {
        return repeatsAreReruns;
    }

    /** Whether class names are binary names of the JVM. */
    boolean isJvm() {
        return jvm;
    }
}
