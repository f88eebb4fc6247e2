package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.DecisionHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.IncidentHistory;
import io.jenkins.plugins.mlci.shared.history.JobHistory;
import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.SignatureHistory;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestHistory;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/** A history in a relational database, embedded (H2) or PostgreSQL. */
public final class JdbcHistoryStore implements HistoryStore {
    private final Database database;
    private final JobTable jobs;
    private final BuildTable builds;
    private final StatisticsTable tests;
    private final DecisionTable decisions;
    private final DeploymentTable deployments;
    private final IncidentTable incidents;
    private final SignatureTable signatures;
    private final ModelVersionTable models;

    private JdbcHistoryStore(Database database, Clock clock) {
        Dictionaries dictionaries = new Dictionaries();
        this.database = database;
        BuildReader reader = new BuildReader(database, dictionaries);
        tests = new StatisticsTable(database, dictionaries);
        builds = new BuildTable(database, dictionaries, reader, tests, clock);
        jobs = new JobTable(database, builds);
        decisions = new DecisionTable(database);
        deployments = new DeploymentTable(database);
        incidents = new IncidentTable(database);
        signatures = new SignatureTable(database);
        models = new ModelVersionTable(database, clock);
    }

    /**
     * Opens the history and creates or updates its tables.
     *
     * @param location where it is
     * @param clock says when something was recorded
     * @param threads makes the few threads that write to an embedded database and look after connections
     * @throws io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException when another process has the embedded
     *     database open, or the server cannot be reached or refuses the login
     * @throws io.jenkins.plugins.mlci.shared.history.HistoryException when the database is damaged or was written by a newer
     *     version; it is left as it is
     */
    public static HistoryStore open(StoreLocation location, Clock clock, ThreadFactory threads) {
        if (location instanceof StoreLocation.Embedded embedded) {
            return open(
                    new EmbeddedEngine(embedded.directory(), embedded.describe(), "async:", threads), clock, threads);
        }
        return open(new PostgreSqlEngine((StoreLocation.PostgreSql) location), clock, threads);
    }

    static HistoryStore open(Engine engine, Clock clock, ThreadFactory threads) {
        try {
            return new JdbcHistoryStore(Database.open(engine, threads), clock);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public JobHistory jobs() {
        return jobs;
    }

    @Override
    public BuildHistory builds() {
        return builds;
    }

    @Override
    public TestHistory tests() {
        return tests;
    }

    @Override
    public DecisionHistory decisions() {
        return decisions;
    }

    @Override
    public DeploymentHistory deployments() {
        return deployments;
    }

    @Override
    public IncidentHistory incidents() {
        return incidents;
    }

    @Override
    public SignatureHistory signatures() {
        return signatures;
    }

    @Override
    public ModelTable models() {
        return models;
    }

    @Override
    public void compact() {
        tests.recount();
        database.compact();
    }

    @Override
    public void close() {
        database.close();
    }
}
