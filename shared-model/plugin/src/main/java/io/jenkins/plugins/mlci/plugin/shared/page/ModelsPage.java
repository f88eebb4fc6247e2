package io.jenkins.plugins.mlci.plugin.shared.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** All models, a page at a time. The query of the address filters: {@code search}, {@code state}, {@code from}. */
@ExportedBean
public final class ModelsPage extends MlPage {
    private static final Logger LOGGER = Logger.getLogger(ModelsPage.class.getName());
    private static final int PAGE = 50;

    ModelsPage(MachineLearningLink link, JenkinsFacade jenkins) {
        super(link, jenkins);
    }

    @Override
    public String getUrlName() {
        return "models";
    }

    @Override
    public String getDisplayName() {
        return Messages.ModelsPage_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.ModelsPage_Description();
    }

    /** The page as JSON or XML. */
    public Api getApi() {
        return new Api(this);
    }

    /** One model. */
    @CheckForNull
    public ModelPage getDynamic(String token) {
        return ModelKey.ofToken(token)
                .map(key -> new ModelPage(this, key, jenkins()))
                .orElse(null);
    }

    /** The models that the query names, those of one page. */
    @Exported
    public List<ModelRow> getModels() {
        return table().rows();
    }

    /** How many models match the query. */
    @Exported
    public int getTotal() {
        return table().total();
    }

    /** Jobs with a history, and no model of their own yet. */
    @Exported
    public int getJobsCollecting() {
        return SharedHistory.get()
                .ask(
                        history -> {
                            Set<String> names =
                                    new LinkedHashSet<>(history.jobs().names());
                            history.models().scopes().stream()
                                    .flatMap(text -> ScopeText.read(text).stream())
                                    .filter(scope -> scope.kind() == Scope.Kind.JOB)
                                    .forEach(scope -> names.remove(scope.name()));
                            return names.size();
                        },
                        0);
    }

    /** The states to filter by. */
    public List<ModelState> getStates() {
        return List.of(ModelState.OBSERVING, ModelState.ACTIVE, ModelState.SUSPENDED);
    }

    /** A state for people. */
    public String label(ModelState state) {
        return Words.state(state);
    }

    public String getSearch() {
        return parameter("search");
    }

    public String getState() {
        return parameter("state");
    }

    /** Number of the first model shown, from 0. */
    public int getFrom() {
        try {
            return Math.max(0, Integer.parseInt(parameter("from")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public int getPrevious() {
        return Math.max(0, getFrom() - PAGE);
    }

    public int getNext() {
        return getFrom() + PAGE;
    }

    public boolean isFirst() {
        return getFrom() == 0;
    }

    public boolean isLast() {
        return getNext() >= getTotal();
    }

    private record Table(List<ModelRow> rows, int total) {}

    private Table table() {
        return SharedHistory.get().ask(this::table, new Table(List.of(), 0));
    }

    private Table table(HistoryStore history) {
        String search = getSearch().toLowerCase(Locale.ROOT);
        String state = getState();
        List<ModelKey> keys = new ArrayList<>();
        for (String text : history.models().scopes()) {
            Optional<Scope> scope = ScopeText.read(text);
            if (scope.isPresent()
                    && scope.get().describe().toLowerCase(Locale.ROOT).contains(search)) {
                Set<String> kinds = new LinkedHashSet<>();
                history.models().list(text).stream().map(StoredModel::kind).forEach(kinds::add);
                kinds.forEach(kind -> keys.add(new ModelKey(kind, scope.get())));
            }
        }
        ModelRegistry registry = SharedHistory.get().registry();
        List<ModelKey> matching =
                keys.stream().filter(key -> matches(key, state, registry)).toList();
        List<ModelRow> rows = matching.stream()
                .skip(getFrom())
                .limit(PAGE)
                .flatMap(key -> row(key, registry).stream())
                .toList();
        return new Table(rows, matching.size());
    }

    private static boolean matches(ModelKey key, String state, ModelRegistry registry) {
        try {
            return state.isEmpty()
                    || registry.state(key.purpose(), key.scope()).name().equals(state);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<ModelRow> row(ModelKey key, ModelRegistry registry) {
        try {
            return Optional.of(ModelRow.read(key, registry, jenkins()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A model cannot be shown", e);
            return Optional.empty();
        }
    }

    private static String parameter(String name) {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        String value = request == null ? null : request.getParameter(name);
        return value == null ? "" : value.trim();
    }
}
