package io.jenkins.plugins.mlci.plugin.testselector.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.Locale;

/** Gives the later steps of a Freestyle build the arguments for the runner. */
final class SelectionVariables extends InvisibleAction implements EnvironmentContributingAction {
    private final String suffix;
    private final String args;
    private final boolean all;

    private SelectionVariables(String suffix, String args, boolean all) {
        this.suffix = suffix;
        this.args = args;
        this.all = all;
    }

    static void publish(Run<?, ?> run, String id, ScriptSelection answer) {
        String suffix = id.isEmpty() ? "" : "_" + id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        run.addAction(new SelectionVariables(suffix, answer.getArgs(), answer.isAll()));
    }

    @Override
    public void buildEnvironment(@NonNull Run<?, ?> run, @NonNull EnvVars environment) {
        environment.put("ML_TEST_ARGS" + suffix, args);
        environment.put("ML_TEST_ALL" + suffix, String.valueOf(all));
    }
}
