package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;

/** The console of a build: short lines with one prefix. */
final class Console {
    private static final String PREFIX = "[ml-log-scan] ";

    private final TaskListener listener;

    Console(TaskListener listener) {
        this.listener = listener;
    }

    /** One line, whatever the sentence holds. */
    void say(String sentence) {
        listener.getLogger()
                .println(PREFIX + sentence.replaceAll("\\p{Cntrl}+", " ").strip());
    }

    /** The verdict, why, and where to look. */
    void say(ScanReport report) {
        String line = report.causes().isEmpty()
                ? ""
                : " (line " + report.causes().get(0).first() + ")";
        say(Wording.verdict(report) + line);
        String why = Wording.why(report);
        if (!why.isEmpty()) {
            say(why);
        }
    }
}
