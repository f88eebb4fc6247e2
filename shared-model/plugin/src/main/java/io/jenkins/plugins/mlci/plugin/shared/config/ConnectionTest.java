package io.jenkins.plugins.mlci.plugin.shared.config;

import hudson.util.DaemonThreadFactory;
import hudson.util.FormValidation;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.time.Duration;

/** Tries whether a history can be used where it is said to be. */
final class ConnectionTest {
    /** Somebody waits in front of the page. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final JenkinsFacade jenkins;

    ConnectionTest(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    FormValidation test(HistoryPlace place) {
        try {
            StoreLocation location = place.location(jenkins);
            if (location instanceof StoreLocation.PostgreSql database) {
                location = database.withTimeout(TIMEOUT);
            }
            try (HistoryStore store = JdbcHistoryStore.open(
                    location,
                    jenkins.clock(),
                    new NamingThreadFactory(new DaemonThreadFactory(), "ml-connection-test"))) {
                int jobs = store.jobs().names().size();
                return FormValidation.ok(Messages.ConnectionTest_Works(jobs));
            }
        } catch (HistoryException | IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
