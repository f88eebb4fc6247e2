package io.jenkins.plugins.mlci.plugin.shared.train;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import hudson.scheduler.CronTabList;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.Calendar;
import java.util.logging.Level;

/** Looks once a minute whether it is time to train. */
@Extension
public final class TrainingWork extends AsyncPeriodicWork {
    private static final int LATEST = 2;

    private final JenkinsFacade jenkins = new JenkinsFacade();
    private long checked = minute(jenkins.clock().millis());

    /** For Jenkins. */
    public TrainingWork() {
        super("machine learning: training");
    }

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    @Override
    protected void execute(TaskListener listener) throws InterruptedException {
        long now = minute(jenkins.clock().millis());
        boolean isTime = MachineLearningConfiguration.get()
                .getTraining()
                .times()
                .map(times -> isTime(times, checked, now))
                .orElse(false);
        checked = now;
        if (isTime) {
            int scopes = Trainer.get().train();
            listener.getLogger().println("Looked at " + scopes + " models.");
        }
    }

    /**
     * Whether the schedule names one of the minutes since the last look: a busy Jenkins may look a minute too late, but what
     * fell into a training or into a long sleep is not made up for.
     */
    static boolean isTime(CronTabList times, long checked, long now) {
        Calendar at = Calendar.getInstance();
        for (long minute = Math.max(checked + 1, now - LATEST); minute <= now; minute++) {
            at.setTimeInMillis(minute * MIN);
            if (times.check(at)) {
                return true;
            }
        }
        return false;
    }

    private static long minute(long milliseconds) {
        return milliseconds / MIN;
    }

    /** Once a minute is not worth a line each time. */
    @Override
    protected Level getNormalLoggingLevel() {
        return Level.FINE;
    }
}
