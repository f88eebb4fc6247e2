package io.jenkins.plugins.mlci.shared.jenkinshome;

/**
 * How much one build may hold before it is refused; guards against files that would eat the memory.
 *
 * @param buildXmlBytes largest {@code build.xml}, in bytes
 * @param changeLogBytes largest change log, in bytes
 * @param junitResultBytes largest {@code junitResult.xml}, in bytes; it is streamed, so that its outputs cost no memory
 * @param tests most test cases of a build
 * @param nameLength longest class name, test name or path, in characters; a longer name of a test is shortened
 */
public record ImportLimits(long buildXmlBytes, long changeLogBytes, long junitResultBytes, int tests, int nameLength) {
    /** Far above what real builds have. */
    public static final ImportLimits DEFAULT = new ImportLimits(64L << 20, 64L << 20, 2L << 30, 2_000_000, 8_192);

    public ImportLimits {
        if (Math.min(Math.min(buildXmlBytes, changeLogBytes), Math.min(junitResultBytes, Math.min(tests, nameLength)))
                < 1) {
            throw new IllegalArgumentException("Every limit of an import must be at least 1");
        }
    }
}
