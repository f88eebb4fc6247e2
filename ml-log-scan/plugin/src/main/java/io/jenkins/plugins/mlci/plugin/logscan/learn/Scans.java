package io.jenkins.plugins.mlci.plugin.logscan.learn;

import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Memory;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RunScanner;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Scans a build and keeps what was found: with the build, and its signature in the history. */
public final class Scans {
    private static final Logger LOGGER = Logger.getLogger(Scans.class.getName());

    private Scans() {}

    /**
     * Scans and keeps.
     *
     * @param lastWords what will be printed of its failure
     * @throws IOException when the log cannot be read or the result cannot be written
     */
    public static ScanReport scan(Run<?, ?> run, BuildOutcome outcome, LastWords lastWords) throws IOException {
        ScanReport report = RunScanner.create().scan(run, outcome, lastWords);
        LogScanAction.keep(run, report);
        Memory.remember(run, report.result());
        Ledger.secrets(run, report.secrets().size());
        for (ScanListener listener : ExtensionList.lookup(ScanListener.class)) {
            tell(listener, run, report);
        }
        return report;
    }

    /** A listener that is broken costs nobody a scan. */
    private static void tell(ScanListener listener, Run<?, ?> run, ScanReport report) {
        try {
            listener.scanned(run, report);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The scan of " + run + " could not be told", e);
        }
    }
}
