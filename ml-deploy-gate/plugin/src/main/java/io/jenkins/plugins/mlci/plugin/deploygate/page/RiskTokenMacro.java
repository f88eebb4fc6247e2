package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import java.util.List;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;

/**
 * The token {@code ML_DEPLOY_RISK} for mails and names of builds: the headline of the newest gate of a build. {@code
 * ${ML_DEPLOY_RISK, environment="prod"}} takes the newest one of an environment. Empty where there is none. Only where the plugin Token
 * Macro is installed.
 */
@Extension(optional = true)
public final class RiskTokenMacro extends DataBoundTokenMacro {
    private static final String NAME = "ML_DEPLOY_RISK";

    private String environment = "";

    /** Which environment; empty for all. */
    @Parameter
    public void setEnvironment(String environment) {
        this.environment = Util.fixNull(environment).strip();
    }

    @Override
    public boolean acceptsMacroName(String macroName) {
        return NAME.equals(macroName);
    }

    @Override
    public List<String> getAcceptedMacroNames() {
        return List.of(NAME);
    }

    @Override
    public String evaluate(AbstractBuild<?, ?> build, TaskListener listener, String macroName) {
        return evaluate(build, null, listener, macroName);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String macroName) {
        return GateAction.entries(run).stream()
                .filter(each -> environment.isEmpty() || environment.equals(each.getEnvironment()))
                .reduce((older, newer) -> newer)
                .map(GateEntry::getHeadline)
                .orElse("");
    }
}
