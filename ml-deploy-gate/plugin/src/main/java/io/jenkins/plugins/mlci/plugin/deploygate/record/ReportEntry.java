package io.jenkins.plugins.mlci.plugin.deploygate.record;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A report of a build that the history has still to be told. */
public final class ReportEntry {
    private final TreeMap<String, String> parts;
    private final String user;
    private final boolean everything;
    private final String job;
    private final long reported;

    /**
     * A report as it was made.
     *
     * @param parts what it says, by name; secrets masked
     * @param user who reported
     * @param everything whether that user might report on all jobs then
     * @param job full name of the build's job then
     * @param reported when it was reported
     */
    public ReportEntry(Map<String, String> parts, String user, boolean everything, String job, Instant reported) {
        this.parts = new TreeMap<>(parts);
        this.user = user;
        this.everything = everything;
        this.job = job;
        this.reported = reported.toEpochMilli();
    }

    boolean isReadable() {
        return parts != null && user != null && job != null;
    }

    /** What it says, by name. */
    public Map<String, String> getParts() {
        return Map.copyOf(parts);
    }

    /** Who reported. */
    public String getUser() {
        return user;
    }

    /** Whether the user might report on all jobs then. */
    public boolean isEverything() {
        return everything;
    }

    /** Full name of the build's job then. */
    public String getJob() {
        return job;
    }

    /** When it was reported. */
    public Instant getReported() {
        return Instant.ofEpochMilli(reported);
    }
}
