package io.jenkins.plugins.mlci.plugin.logscan.learn;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.config.LogScanDefaults;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Baselines;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RunScanner;
import io.jenkins.plugins.mlci.plugin.shared.collect.BuildRecordedListener;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a build has ended: a good one becomes part of the job's baseline, a bad one is scanned where the admin wants that or a step has begun to. */
@Extension
public final class EndedBuilds implements BuildRecordedListener {
    private static final Logger LOGGER = Logger.getLogger(EndedBuilds.class.getName());

    @Override
    public void onRecorded(BuildRecord record, Run<?, ?> run, boolean isNew) {
        Result result = run.getResult();
        if (result == null) {
            return;
        }
        try {
            if (result == Result.SUCCESS) {
                learn(run);
            } else if (isNew
                    && result.isBetterThan(Result.NOT_BUILT)
                    && (LogScanDefaults.get().isScanFailedBuilds() || wasScanned(run))) {
                Scans.scan(run, BuildOutcome.FAILED, LastWords.NONE);
            }
            if (isNew) {
                Retries.learn(record, run);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The log of " + run + " cannot be scanned", e);
        }
    }

    /** While it was running, so that its end was not seen, and perhaps not even that it fails. */
    private static boolean wasScanned(Run<?, ?> run) {
        return run.getAction(LogScanAction.class) != null;
    }

    /** Builds end side by side, and each must find what the one before has written. */
    private static synchronized void learn(Run<?, ?> run) throws IOException {
        RunScanner.create()
                .profile(run)
                .ifPresent(profile -> Baselines.update(run.getParent(), baseline -> baseline.learn(profile)));
    }
}
