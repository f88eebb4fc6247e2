package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of builds.
 *
 * @param id its number in the database
 * @param jobId number of its job in the database
 * @param build the facts
 * @param exclusion why learners skip it; null when they do not
 */
record BuildHead(long id, long jobId, Build build, String exclusion) {

    static Optional<BuildHead> find(Connection connection, BuildId build) throws SQLException {
        return Sql.first(
                connection,
                "SELECT b.* FROM build b JOIN job j ON j.id = b.job_id WHERE j.name_hash = ? AND b.build_number = ?",
                row -> read(row, build.job()),
                Columns.hash(build.job()),
                build.number());
    }

    /** The builds of a query, oldest first. */
    static List<BuildHead> list(Connection connection, BuildQuery query) throws SQLException {
        List<BuildHead> heads = new ArrayList<>(Sql.list(
                connection,
                "SELECT b.* FROM build b JOIN job j ON j.id = b.job_id WHERE j.name_hash = ?"
                        + " AND b.started >= ? AND b.started < ? AND (b.exclusion IS NULL OR ?)"
                        + " ORDER BY b.started DESC, b.build_number DESC LIMIT ?",
                row -> read(row, query.job()),
                Columns.hash(query.job()),
                Columns.millisUp(query.since()),
                Columns.millisUp(query.before()),
                query.withExcluded(),
                query.newest()));
        Collections.reverse(heads);
        return heads;
    }

    private static BuildHead read(ResultSet row, String job) throws SQLException {
        Build build = new Build(
                new BuildId(job, row.getLong("build_number")),
                Columns.time(row, "started"),
                Duration.ofMillis(row.getLong("duration")),
                BuildResult.valueOf(row.getString("result")),
                Columns.text(row, "branch"),
                Columns.text(row, "commit_id"));
        String exclusion = row.getString("exclusion") == null ? null : Columns.text(row, "exclusion");
        return new BuildHead(row.getLong("id"), row.getLong("job_id"), build, exclusion);
    }
}
