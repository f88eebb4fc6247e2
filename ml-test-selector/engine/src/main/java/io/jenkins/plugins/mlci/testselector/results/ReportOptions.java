package io.jenkins.plugins.mlci.testselector.results;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How reports are read.
 *
 * @param level how finely tests are told apart
 * @param dialect who wrote the reports; empty to recognise it file by file
 * @param modifiedSince when the build started: files written before are left over from another build and left out;
 *     empty to read all
 * @param limits what reading may cost
 */
public record ReportOptions(
        Level level, Optional<ReportDialect> dialect, Optional<Instant> modifiedSince, ReportLimits limits) {
    public ReportOptions {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(modifiedSince, "modifiedSince");
        Objects.requireNonNull(limits, "limits");
    }

    /** Reads all files, recognises dialects, has the default limits. */
    public static ReportOptions at(Level level) {
        return new ReportOptions(level, Optional.empty(), Optional.empty(), ReportLimits.DEFAULT);
    }

    public ReportOptions writtenBy(ReportDialect writer) {
        return new ReportOptions(level, Optional.of(writer), modifiedSince, limits);
    }

    public ReportOptions modifiedSince(Instant buildStarted) {
        return new ReportOptions(level, dialect, Optional.of(buildStarted), limits);
    }

    public ReportOptions within(ReportLimits others) {
        return new ReportOptions(level, dialect, modifiedSince, others);
    }
}
