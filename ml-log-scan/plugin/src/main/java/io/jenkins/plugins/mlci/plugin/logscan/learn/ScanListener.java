package io.jenkins.plugins.mlci.plugin.logscan.learn;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;

/** Hears of scans after they were kept. What it throws is logged and harms nobody. */
public interface ScanListener extends ExtensionPoint {
    /** A build was scanned, perhaps not for the first time. */
    void scanned(Run<?, ?> run, ScanReport report);
}
