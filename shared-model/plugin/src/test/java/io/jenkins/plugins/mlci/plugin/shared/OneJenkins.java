package io.jenkins.plugins.mlci.plugin.shared;

import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.DecisionMode;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Tests in one real Jenkins for the whole class, since it takes seconds to start. Before each test the history is empty and the
 * settings are the defaults.
 */
@WithJenkins
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OneJenkins {
    protected JenkinsRule jenkins;

    @BeforeAll
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    void stop() throws Exception {
        jenkins.after();
    }

    @BeforeEach
    void clear() throws InterruptedException {
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        MachineLearningConfiguration configuration = MachineLearningConfiguration.get();
        configuration.setMode(DecisionMode.OBSERVE);
        configuration.setIncludeJobs("");
        configuration.setExcludeJobs("");
        configuration.setHistory(null);
        configuration.setTraining(null);
        configuration.setRetention(null);
        configuration.setCapabilities(List.of());
        SharedHistory.get().retry();
        HistoryStore history = history();
        history.jobs().names().forEach(history.jobs()::delete);
        history.models().scopes().forEach(history.models()::deleteScope);
    }

    /** The history after all builds so far were recorded. */
    protected static HistoryStore history() throws InterruptedException {
        if (!Collector.get().await(Duration.ofMinutes(2))) {
            throw new AssertionError("Builds still wait to be recorded");
        }
        return SharedHistory.get().open();
    }
}
