package io.jenkins.plugins.mlci.plugin.logscan.publish;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;
import org.jenkinsci.plugins.tokenmacro.MacroEvaluationException;

/** {@code ${ML_LOG_CAUSE}}: the lines that state why a build failed, for mails and messages; empty where there are none. */
@Extension(optional = true)
public final class CauseMacro extends DataBoundTokenMacro {
    /** The name of the token. */
    public static final String NAME = "ML_LOG_CAUSE";

    private int lines = 5;
    private boolean category;

    /** How many lines at most, 5 unless said otherwise. */
    @Parameter
    public void setLines(int lines) {
        this.lines = Math.max(1, lines);
    }

    /** Whether the kind of failure comes first, on a line of its own. */
    @Parameter
    public void setCategory(boolean category) {
        this.category = category;
    }

    @Override
    public String evaluate(AbstractBuild<?, ?> build, TaskListener listener, String name)
            throws MacroEvaluationException {
        return evaluate(build, null, listener, name);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String name)
            throws MacroEvaluationException {
        LogScanAction action = run.getAction(LogScanAction.class);
        if (action == null) {
            return "";
        }
        try {
            String cause = action.report().causes().stream()
                    .flatMap(range -> range.text().stream())
                    .limit(lines)
                    .collect(Collectors.joining("\n"));
            String kind = action.getCategoryProbability() >= ScanResult.CLEAR
                    ? Wording.category(action.getCategory())
                    : Wording.kind(action.getCategory(), action.getCategoryProbability());
            return category && !kind.isEmpty() ? kind + "\n" + cause : cause;
        } catch (IOException e) {
            throw new MacroEvaluationException(e.getMessage(), e);
        }
    }

    @Override
    public boolean acceptsMacroName(String macroName) {
        return NAME.equals(macroName);
    }

    @Override
    public List<String> getAcceptedMacroNames() {
        return List.of(NAME);
    }
}
