package io.jenkins.plugins.mlci.plugin.testselector.page;

import hudson.Util;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.testselector.report.ReportFile;
import io.jenkins.plugins.mlci.plugin.testselector.report.RowQuery;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.management.Badge;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A selection of a build: its line on the build page, its tab and its JSON. The tests are in a file of their own. */
@ExportedBean
public final class SelectionAction extends SelectionTab implements RunAction2 {
    /** Where the tab of the only selection is. */
    public static final String URL = "ml-test-selection";

    private final String id;
    private volatile SelectionSummary summary;
    private transient Run<?, ?> run;
    private transient SoftReference<SelectionReport> cached;

    private SelectionAction(String id, SelectionSummary summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Keeps a decision with its build; one with the same id is replaced. */
    public static SelectionAction keep(Run<?, ?> run, SelectionReport report) throws IOException {
        String id = report.facts().id();
        ReportFile.write(report, run.getRootDir().toPath().resolve(ReportFile.name(id)));
        SelectionAction action = new SelectionAction(id, new SelectionSummary(report));
        synchronized (run) {
            of(run, id).ifPresent(run::removeAction);
            run.addAction(action);
        }
        run.save();
        return action;
    }

    /** The selection of a build with this id, if there is one. */
    public static Optional<SelectionAction> of(Run<?, ?> run, String id) {
        return run.getActions(SelectionAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst();
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
        object = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        onAttached(owner);
    }

    /** Writes down how the tests ended. */
    public synchronized void ended(List<TestOutcome> outcomes) throws IOException {
        SelectionReport report = report().ended(outcomes);
        ReportFile.write(report, file());
        cached = new SoftReference<>(report);
        summary = new SelectionSummary(report);
        run.save();
    }

    /**
     * The whole selection.
     *
     * @throws IOException with a sentence when its file is gone or damaged
     */
    public synchronized SelectionReport report() throws IOException {
        SelectionReport report = cached == null ? null : cached.get();
        if (report == null) {
            report = ReportFile.read(file());
            cached = new SoftReference<>(report);
        }
        return report;
    }

    private Path file() {
        return run.getRootDir().toPath().resolve(ReportFile.name(id));
    }

    @Override
    SelectionSummary summary() {
        return summary;
    }

    /** Full name, as it is now, of the job whose history decided. */
    String historyJob() throws IOException {
        String other = report().facts().job();
        return other.isEmpty() ? run.getParent().getFullName() : other;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** What the tab shows. */
    public SelectionView getView() {
        return SelectionView.of(this);
    }

    @Override
    public String getIconFileName() {
        return "symbol-flask";
    }

    @Override
    public String getDisplayName() {
        return id.isEmpty() ? Messages.SelectionAction_DisplayName() : Messages.SelectionAction_DisplayNameOf(id);
    }

    @Override
    public String getUrlName() {
        return id.isEmpty() ? URL : URL + "-" + Util.rawEncode(id).replace("/", "-");
    }

    @Override
    public Badge getBadge() {
        if (summary.missed() > 0) {
            return new Badge(
                    String.valueOf(summary.missed()),
                    Messages.SelectionAction_Missed(summary.missed()),
                    Badge.Severity.WARNING);
        }
        return null;
    }

    /** What tells several selections of a build apart. */
    @Exported
    public String getId() {
        return id;
    }

    /** What the build page says, with the id where one was given: a build may have several. */
    public String getHeading() {
        return id.isEmpty() ? getVerdict() : id + ": " + getVerdict();
    }

    /** The tests, the most likely failure first: {@code ?tree=tests[className,method,selected]&#123;0,100&#125;}. */
    @Exported(visibility = -1)
    public List<ExportedTest> getTests() throws IOException {
        return report().tests().stream().map(ExportedTest::new).toList();
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /** Some rows of the table. */
    public HttpResponse doTests(
            @QueryParameter String start,
            @QueryParameter String count,
            @QueryParameter String sort,
            @QueryParameter String order,
            @QueryParameter String filter,
            @QueryParameter String q) {
        return TableRequests.page(this, () -> RowQuery.parse(start, count, sort, order, filter, q));
    }

    /** One row with what decided, and the test's last outcomes. */
    public HttpResponse doTest(@QueryParameter String row) {
        return TableRequests.detail(this, row);
    }
}
