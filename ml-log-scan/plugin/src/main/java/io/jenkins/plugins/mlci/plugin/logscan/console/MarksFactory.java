package io.jenkins.plugins.mlci.plugin.logscan.console;

import hudson.Extension;
import hudson.console.ConsoleAnnotator;
import hudson.console.ConsoleAnnotatorFactory;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Marks the lines that matter when the console of a scanned build is shown. The log itself is not touched. */
@Extension
public final class MarksFactory extends ConsoleAnnotatorFactory<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(MarksFactory.class.getName());

    @Override
    public ConsoleAnnotator<Run<?, ?>> newInstance(Run<?, ?> run) {
        LogScanAction action = run.getAction(LogScanAction.class);
        if (action == null || run.isBuilding()) {
            return null;
        }
        try {
            ScanReport report = action.report();
            return new MarkedLines(MarkedLines.marks(report), Beginnings.of(run), ConsoleFindings.attribute(report));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The console of " + run + " has no marks", e);
            return null;
        }
    }

    @Override
    public Class<?> type() {
        return Run.class;
    }

    @Override
    public boolean hasStylesheet() {
        return true;
    }

    @Override
    public boolean hasScript() {
        return true;
    }
}
