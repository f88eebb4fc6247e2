package io.jenkins.plugins.mlci.plugin.testselector.token;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.tokenmacro.DataBoundTokenMacro;
import org.jenkinsci.plugins.tokenmacro.MacroEvaluationException;

/**
 * {@code ${ML_TEST_SELECTION}} and {@code ${ML_TEST_SELECTION, show="skipped", id="it"}}: what the selection of a build decided.
 * Empty where the build has none.
 */
@Extension(optional = true)
public final class SelectionToken extends DataBoundTokenMacro {
    private static final String NAME = "ML_TEST_SELECTION";
    private static final List<String> SHOWN =
            List.of("verdict", "why", "aftermath", "selected", "skipped", "total", "savedSeconds", "failed", "missed");

    /** What to show, one of the words in {@link #SHOWN}. */
    @Parameter
    public String show = "verdict";

    /** Which of several selections of the build; by default the only, or first, one. */
    @Parameter
    public String id = "";

    @Override
    public String evaluate(AbstractBuild<?, ?> build, TaskListener listener, String macroName)
            throws MacroEvaluationException {
        return evaluate(build, null, listener, macroName);
    }

    @Override
    public String evaluate(Run<?, ?> run, FilePath workspace, TaskListener listener, String macroName)
            throws MacroEvaluationException {
        if (!SHOWN.contains(show)) {
            throw new MacroEvaluationException(
                    "show=\"" + show + "\" is not known to " + NAME + "; use one of " + String.join(", ", SHOWN));
        }
        Stream<SelectionAction> all = run.getActions(SelectionAction.class).stream();
        Optional<SelectionAction> first =
                all.filter(action -> id.isEmpty() || id.equals(action.getId())).findFirst();
        return first.map(this::text).orElse("");
    }

    private String text(SelectionAction action) {
        return switch (show) {
            case "why" -> action.getWhy();
            case "aftermath" -> action.getAftermath();
            case "selected" -> String.valueOf(action.getSelected());
            case "skipped" -> String.valueOf(action.getTotal() - action.getSelected());
            case "total" -> String.valueOf(action.getTotal());
            case "savedSeconds" -> String.format(Locale.ROOT, "%.0f", action.getLeftOutSeconds());
            case "failed" -> known(action.getFailed());
            case "missed" -> known(action.getMissed());
            default -> action.getVerdict();
        };
    }

    /** Nothing, rather than -1, while the results are not in. */
    private static String known(int number) {
        return number < 0 ? "" : String.valueOf(number);
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
