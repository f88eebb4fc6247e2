package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deployments and their outcomes. */
final class DeploymentTable implements DeploymentHistory {
    private final Database database;

    DeploymentTable(Database database) {
        this.database = database;
    }

    @Override
    public void record(Deployment deployment) {
        String id = Columns.key(deployment.id(), "id of a deployment");
        String environment = Columns.key(deployment.environment(), "environment of a deployment");
        database.write(t -> {
            Connection connection = t.connection();
            long job = JobTable.idOrNew(connection, deployment.build().job());
            Object[] values = {
                job,
                deployment.build().number(),
                environment,
                Columns.millis(deployment.started()),
                Columns.text(deployment.json(), "JSON of a deployment"),
                id
            };
            int known = Sql.update(
                    connection,
                    "UPDATE deployment SET job_id = ?, build_number = ?, environment = ?, started = ?, json = ?"
                            + " WHERE id = ?",
                    values);
            if (known == 0) {
                Sql.update(
                        connection,
                        "INSERT INTO deployment (job_id, build_number, environment, started, json, id)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        values);
            }
            return null;
        });
    }

    @Override
    public void record(DeploymentOutcome outcome) {
        String id = Columns.key(outcome.deployment(), "id of a deployment");
        long observed = Columns.millis(outcome.observed());
        String result = outcome.result().name();
        database.write(t -> {
            if (find(t.connection(), id).isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no deployment " + outcome.deployment() + ": record it before its outcome");
            }
            Sql.update(
                    t.connection(),
                    "DELETE FROM deployment_outcome WHERE deployment_id = ? AND observed = ? AND result = ?",
                    id,
                    observed,
                    result);
            return Sql.update(
                    t.connection(),
                    "INSERT INTO deployment_outcome (deployment_id, observed, result, json) VALUES (?, ?, ?, ?)",
                    id,
                    observed,
                    result,
                    Columns.text(outcome.json(), "JSON of an outcome"));
        });
    }

    @Override
    public Optional<Deployment> find(String id) {
        return database.read(t -> find(t.connection(), Columns.key(id, "id of a deployment")));
    }

    @Override
    public List<Deployment> newest(String environment, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT d.*, j.name FROM deployment d JOIN job j ON j.id = d.job_id WHERE d.environment = ?"
                        + " ORDER BY d.started DESC, d.id LIMIT ?",
                DeploymentTable::read,
                Columns.key(environment, "environment of a deployment"),
                limit));
    }

    @Override
    public List<Deployment> newest(String job, String environment, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT d.*, j.name FROM deployment d JOIN job j ON j.id = d.job_id"
                        + " WHERE j.name_hash = ? AND d.environment = ? ORDER BY d.started DESC, d.id LIMIT ?",
                DeploymentTable::read,
                Columns.hash(job),
                Columns.key(environment, "environment of a deployment"),
                limit));
    }

    @Override
    public List<DeploymentOutcome> outcomes(String deployment) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT result, observed, json FROM deployment_outcome WHERE deployment_id = ? ORDER BY observed, result",
                row -> new DeploymentOutcome(
                        deployment,
                        DeploymentResult.valueOf(row.getString("result")),
                        Columns.time(row, "observed"),
                        Columns.text(row, "json")),
                Columns.key(deployment, "id of a deployment")));
    }

    @Override
    public List<String> environments() {
        return database
                .read(t -> Sql.list(
                        t.connection(),
                        "SELECT DISTINCT environment FROM deployment",
                        row -> Columns.text(row, "environment")))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public int deleteStartedBefore(Instant time) {
        return database.write(
                t -> Sql.update(t.connection(), "DELETE FROM deployment WHERE started < ?", Columns.millisUp(time)));
    }

    private static Optional<Deployment> find(Connection connection, String id) throws SQLException {
        return Sql.first(
                connection,
                "SELECT d.*, j.name FROM deployment d JOIN job j ON j.id = d.job_id WHERE d.id = ?",
                DeploymentTable::read,
                id);
    }

    private static Deployment read(ResultSet row) throws SQLException {
        return new Deployment(
                Columns.text(row, "id"),
                new BuildId(Columns.text(row, "name"), row.getLong("build_number")),
                Columns.text(row, "environment"),
                Columns.time(row, "started"),
                Columns.text(row, "json"));
    }
}
