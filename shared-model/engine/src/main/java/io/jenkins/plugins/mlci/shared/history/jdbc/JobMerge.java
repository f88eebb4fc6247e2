package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Joins what is recorded of one job under two names. Tests have indices of their own under each name, so builds are copied one by
 * one; when the process is killed meanwhile, some are there under both names, and the next attempt copies them again.
 */
final class JobMerge {
    private final BuildHistory builds;

    JobMerge(BuildHistory builds) {
        this.builds = builds;
    }

    /** Records all builds of one job for another as well, where they replace those with the same numbers. */
    void copyBuilds(String source, String target) {
        for (Build build : builds.list(BuildQuery.of(source).includingExcluded())) {
            builds.find(build.id()).ifPresent(record -> copy(record, target));
        }
    }

    private void copy(BuildRecord record, String target) {
        Build build = record.build();
        BuildId id = new BuildId(target, build.id().number());
        builds.record(new BuildRecord(
                new Build(id, build.started(), build.duration(), build.result(), build.branch(), build.commit()),
                record.changes(),
                record.tests()));
        builds.exclusion(build.id()).ifPresent(reason -> builds.exclude(id, reason));
    }

    /** Whether a job has builds that another has not. */
    static boolean hasMore(Connection connection, long job, long other) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT build_number FROM build WHERE job_id = ? AND build_number NOT IN"
                                + " (SELECT build_number FROM build WHERE job_id = ?) LIMIT 1",
                        row -> true,
                        job,
                        other)
                .isPresent();
    }

    /** Gives a job all that another has but its builds, and forgets the other. */
    static void take(Connection connection, long source, long target) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM decision WHERE job_id = ? AND EXISTS (SELECT 1 FROM decision n WHERE n.job_id = ? AND"
                        + " n.build_number = decision.build_number AND n.kind = decision.kind"
                        + " AND n.subject = decision.subject)",
                target,
                source);
        Sql.update(connection, "UPDATE decision SET job_id = ? WHERE job_id = ?", target, source);
        Sql.update(connection, "UPDATE deployment SET job_id = ? WHERE job_id = ?", target, source);
        Sql.update(
                connection,
                "DELETE FROM failure_signature WHERE job_id = ? AND EXISTS (SELECT 1 FROM failure_signature n"
                        + " WHERE n.job_id = ? AND n.build_number = failure_signature.build_number"
                        + " AND n.signature = failure_signature.signature)",
                target,
                source);
        Sql.update(connection, "UPDATE failure_signature SET job_id = ? WHERE job_id = ?", target, source);
        Sql.update(connection, "DELETE FROM job WHERE id = ?", source);
    }
}
