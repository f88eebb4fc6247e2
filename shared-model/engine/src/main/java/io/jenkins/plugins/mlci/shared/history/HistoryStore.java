package io.jenkins.plugins.mlci.shared.history;

/**
 * Everything that is remembered: one database, one part for each kind of record. Safe for use by many threads.
 *
 * <p>What a method has returned for is kept: it survives a killed process. A power failure may take the last second of an
 * embedded store, and nothing of PostgreSQL. Each call writes all or nothing. Times are kept to the millisecond. Text may hold any Java string.
 *
 * <p>All methods of all parts throw {@link HistoryUnavailableException} while the database cannot be reached, {@link
 * HistoryException} when it cannot do what was asked (disk full, corrupt file), and {@link IllegalArgumentException} for
 * input that makes no sense.
 */
public interface HistoryStore extends AutoCloseable {
    /** The jobs that have a history. */
    JobHistory jobs();

    /** Builds with their changes and tests. */
    BuildHistory builds();

    /** Tests over the builds of a job. */
    TestHistory tests();

    /** What was decided for a build, and by which model. */
    DecisionHistory decisions();

    /** What was deployed where, and how it went. */
    DeploymentHistory deployments();

    /** What broke in an environment. */
    IncidentHistory incidents();

    /** Which failures were seen in which builds. */
    SignatureHistory signatures();

    /** Trained models with their versions. */
    ModelTable models();

    /**
     * Gives space back to the disk, so that nothing remains of what was deleted. Other calls wait meanwhile. An embedded store
     * rewrites its file and needs as much free space again for that time; PostgreSQL does a {@code VACUUM FULL} of the
     * history's tables.
     */
    void compact();

    /** Closes the store. An embedded one is compacted where that takes a few seconds at most. */
    @Override
    void close();
}
