package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.ExtensionList;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.shared.config.EmbeddedHistory;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import java.util.List;

/** A history that goes away and comes back, and what is sent to it then. */
final class Away {
    static final String LATER = "It will be sent when the history can be used again.";

    private Away() {}

    /** From now on the history cannot be used. */
    static void breakHistory() {
        MachineLearningConfiguration.get()
                .setHistory(new PostgreSqlHistory("jdbc:postgresql://localhost:1/nothing", ""));
    }

    /** From now on it can be used again. */
    static void mendHistory() {
        MachineLearningConfiguration.get().setHistory(new EmbeddedHistory());
        SharedHistory.get().retry();
    }

    /** What Jenkins does once a minute. */
    static void send() throws InterruptedException {
        ExtensionList.lookupSingleton(SendingWork.class).execute(TaskListener.NULL);
    }

    static List<DeploymentOutcome> outcomes(String deployment) {
        return SharedHistory.get().open().deployments().outcomes(deployment);
    }
}
