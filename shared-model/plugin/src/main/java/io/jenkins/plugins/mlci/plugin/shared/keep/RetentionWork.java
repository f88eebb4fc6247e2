package io.jenkins.plugins.mlci.plugin.shared.keep;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.RetentionSettings;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.privacy.PrivacyException;
import io.jenkins.plugins.mlci.shared.privacy.Retention;

/** Once a day: deletes what is too old, and gives people new pseudonyms when it is time. */
@Extension
public final class RetentionWork extends AsyncPeriodicWork {
    private static final Retention.Forgotten NOTHING = new Retention.Forgotten(0, 0, 0, 0);

    private final JenkinsFacade jenkins = new JenkinsFacade();

    /** For Jenkins. */
    public RetentionWork() {
        super("machine learning: retention");
    }

    @Override
    public long getRecurrencePeriod() {
        return DAY;
    }

    @Override
    protected void execute(TaskListener listener) {
        RetentionSettings settings = MachineLearningConfiguration.get().getRetention();
        Retention.Forgotten forgotten = SharedHistory.get()
                .ask(history -> new Retention(history, jenkins.clock()).apply(settings.policy()), NOTHING);
        listener.getLogger()
                .println("Deleted " + forgotten.builds() + " builds, " + forgotten.deployments() + " deployments, "
                        + forgotten.incidents() + " incidents and " + forgotten.signatures() + " failures.");
        rotate(settings, listener);
    }

    private static void rotate(RetentionSettings settings, TaskListener listener) {
        int days = settings.getRotateKeyDays();
        try {
            if (days > 0 && People.get().keyAge().toDays() >= days) {
                People.get().rotate();
                listener.getLogger().println("People have new pseudonyms from now on.");
            }
        } catch (PrivacyException e) {
            listener.getLogger().println(e.getMessage());
        }
    }
}
