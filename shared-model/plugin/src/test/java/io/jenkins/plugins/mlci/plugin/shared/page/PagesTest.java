package io.jenkins.plugins.mlci.plugin.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.existing.ExistingBuilds;
import io.jenkins.plugins.mlci.plugin.shared.existing.ImportProgress;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.plugin.shared.watch.ImpactSource;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelWatch;
import io.jenkins.plugins.mlci.plugin.shared.watch.TroubleSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;

/** The pages below Manage Jenkins, with the Content-Security-Policy that the test harness enforces. */
class PagesTest extends OneJenkins {
    private static final Scope APP = Scope.job("team/app");

    private JenkinsRule.WebClient web;

    @BeforeEach
    void open() {
        web = jenkins.createWebClient();
        Figures.shown = false;
        AdministrativeMonitor.all().get(TroubledModelsMonitor.class).lookAgain();
    }

    private HtmlPage page(String path) throws Exception {
        HtmlPage page = web.goTo("manage/machine-learning/" + path);
        assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                .contains("script-src");
        assertNothingInline(page);
        return page;
    }

    /** No script, handler or script address of ours: with the policy enforced a browser would not run them. */
    private static void assertNothingInline(HtmlPage page) {
        DomElement main = page.getElementById("main-panel");
        assertThat(main).isNotNull();
        for (HtmlElement element : main.getHtmlElementDescendants()) {
            assertThat(element.getAttributesMap().keySet())
                    .as(element.toString())
                    .noneMatch(name -> name.startsWith("on"));
            assertThat(element.getAttribute("href")).doesNotStartWith("javascript:");
            if (element.getTagName().equals("script")) {
                assertThat(element.getAttribute("src")).as(element.asXml()).isNotEmpty();
            }
            if (element.getTagName().matches("input|select")
                    && !element.getAttribute("type").equals("hidden")) {
                assertThat(page.<DomElement>getByXPath("//label[@for='" + element.getId() + "']"))
                        .as("label of " + element)
                        .isNotEmpty();
            }
        }
    }

    private static String text(HtmlPage page) {
        return page.getElementById("main-panel").getTextContent().replaceAll("\\s+", " ");
    }

    @Test
    void theLinkIsOnTheManagePageAndLeadsToTheModels() throws Exception {
        HtmlPage manage = web.goTo("manage");

        assertThat(manage.<DomElement>getByXPath("//a[contains(@href, 'machine-learning')]"))
                .isNotEmpty();
        assertThat(page("").getUrl().getPath()).endsWith("/manage/machine-learning/models/");
    }

    @Test
    void emptyPagesTeach() throws Exception {
        assertThat(text(page("models/")))
                .contains("There is no model yet", "Learn from the builds that are here already");
        assertThat(text(page("impact/"))).contains("No decision has been taken yet", "mlSelectTests");
        assertThat(text(page("existing/"))).contains("It reads builds, changes and test results");
        assertThat(text(page("privacy/"))).contains("Forget a person");
    }

    @Test
    void modelsAreListedFilteredAndShown() throws Exception {
        Models.activate("test-selection", APP);
        Models.activate("deployment-risk", Scope.controller());

        HtmlPage all = page("models/");
        assertThat(text(all)).contains("job team/app", "the whole controller", "Active", "Models 1 to 2 of 2");
        HtmlPage some = page("models/?search=TEAM%2F&state=ACTIVE");
        assertThat(text(some)).contains("job team/app").doesNotContain("the whole controller");
        assertThat(text(page("models/?state=SUSPENDED"))).contains("No model matches");

        HtmlPage card = all.getAnchorByText("job team/app").click();
        assertThat(text(card)).contains("Active", "200 rows", "auc of the baseline", "0.910", "It is not worse");
        assertNothingInline(card);
    }

    @Test
    void aModelIsSuspendedAndResumed() throws Exception {
        Models.activate("test-selection", APP);
        String path = "models/" + new ModelKey("test-selection", APP).token() + "/";

        HtmlForm suspend = (HtmlForm) page(path).getElementById("ml-suspend");
        suspend.getInputByName("reason").setValue("it missed a failure");
        jenkins.submit(suspend);
        assertThat(state()).isEqualTo(ModelState.SUSPENDED);

        HtmlPage suspended = page(path);
        assertThat(text(suspended)).contains("By hand", "it missed a failure");
        jenkins.submit((HtmlForm) suspended.getElementById("ml-resume"));
        assertThat(state()).isEqualTo(ModelState.ACTIVE);
    }

    @Test
    void aModelIsRolledBack() throws Exception {
        Models.activate("test-selection", APP);
        Models.activate("test-selection", APP);
        String path = "models/" + new ModelKey("test-selection", APP).token() + "/";

        jenkins.submit((HtmlForm) page(path).getElementById("ml-roll-back"));

        assertThat(SharedHistory.get()
                        .registry()
                        .inForce("test-selection", APP)
                        .orElseThrow()
                        .version()
                        .number())
                .isEqualTo(1);
    }

    private static ModelState state() throws IOException {
        return SharedHistory.get().registry().state("test-selection", APP);
    }

    @Test
    void allIsThereAsJson() throws Exception {
        Models.activate("test-selection", APP);

        JSONObject list = json("models/");
        assertThat(list.getInt("total")).isEqualTo(1);
        JSONObject model = list.getJSONArray("models").getJSONObject(0);
        assertThat(model.getString("scope")).isEqualTo("job team/app");
        assertThat(model.getString("state")).isEqualTo("ACTIVE");
        assertThat(model.getLong("rows")).isEqualTo(200);

        JSONObject card = json("models/" + model.getString("id") + "/");
        assertThat(card.getJSONArray("versions").size()).isEqualTo(1);
        assertThat(json("impact/").getJSONArray("totals").size()).isZero();
        assertThat(json("existing/").getString("state")).isIn("NEVER", "DONE");
    }

    private JSONObject json(String path) throws Exception {
        return JSONObject.fromObject(web.goTo("manage/machine-learning/" + path + "api/json", "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    @Test
    void namesFromOutsideAreEscaped() throws Exception {
        Models.activate("test-selection", Scope.job("a<img src=x onerror=alert(1)>"));

        assertThat(text(page("models/?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")))
                .contains("No model matches");
        HtmlPage list = page("models/");
        assertThat(list.<DomElement>getByXPath("//table[@id='ml-models']//img")).isEmpty();
        assertThat(text(list)).contains("<img src=x");
    }

    @Test
    void existingBuildsAreLearnedFrom() throws Exception {
        var job = jenkins.createFreeStyleProject("old");
        jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);
        history().jobs().delete("old");

        jenkins.submit((HtmlForm) page("existing/").getElementById("ml-start"));

        assertThat(ExistingBuilds.get().await(Duration.ofSeconds(60))).isTrue();
        assertThat(ExistingBuilds.get().progress().state()).isEqualTo(ImportProgress.State.DONE);
        assertThat(text(page("existing/"))).contains("Done: 2 builds looked at, 2 recorded");
        assertThat(SharedHistory.get().open().jobs().names()).containsExactly("old");
    }

    @Test
    void aBrokenHistoryIsSaidOnEveryPageAndToAdmins() throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history");
        SharedHistory.get().retry();
        Files.writeString(folder.resolve("history.mv.db"), "no database".repeat(1000));
        SharedHistory.get().ask(history -> history.jobs().names(), List.of());

        BrokenHistoryMonitor monitor = AdministrativeMonitor.all().get(BrokenHistoryMonitor.class);
        try {
            for (String path : List.of("models/", "impact/", "existing/", "privacy/")) {
                assertThat(text(page(path))).contains("The history cannot be used now");
            }
            assertThat(monitor.isActivated()).isTrue();
            assertThat(text(web.goTo("manage"))).contains("Builds go on without it");
        } finally {
            Files.delete(folder.resolve("history.mv.db"));
        }
        HtmlForm retry = web.goTo("manage").getFirstByXPath("//form[contains(@action, '/retry')]");
        jenkins.submit(retry);
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void driftIsSaidInTheTableAndToAdmins() throws Exception {
        Models.activate("drifting", APP);
        Source.troubled = true;
        TroubledModelsMonitor monitor = AdministrativeMonitor.all().get(TroubledModelsMonitor.class);
        monitor.lookAgain();

        assertThat(text(page("models/"))).contains("Moved too far to be trusted");
        assertThat(monitor.isActivated()).isTrue();
        assertThat(monitor.getSentences())
                .satisfiesExactly(
                        model -> assertThat(model).contains("job team/app"),
                        environment -> assertThat(environment).isEqualTo("prod has drifted."));
        assertThat(text(web.goTo("manage"))).contains("Some models need a look");
    }

    /** Fails, which must not silence the others. */
    @TestExtension
    public static class BrokenSource implements TroubleSource {
        @Override
        public List<String> troubles(HistoryStore history) {
            throw new IllegalStateException("broken");
        }
    }

    /** Knows of one trouble. */
    @TestExtension
    public static class Source implements TroubleSource {
        private static boolean troubled;

        @Override
        public List<String> troubles(HistoryStore history) {
            return troubled ? List.of("prod has drifted.") : List.of();
        }
    }

    /** Sees drift everywhere. */
    @TestExtension
    public static class Watch implements ModelWatch {
        @Override
        public String purpose() {
            return "drifting";
        }

        @Override
        public Optional<DriftVerdict> verdict(Scope scope) {
            return Optional.of(new DriftVerdict(DriftLevel.BROKEN, List.of("The tests are others.")));
        }
    }

    @Test
    void impactIsShownWithItsCounterFigures() throws Exception {
        Figures.shown = true;
        String text = text(page("impact/"));

        assertThat(text).contains("Test time saved", "15 min", "better", "Failures missed", "1 failures", "worse");
        assertThat(json("impact/").getJSONArray("jobs").size()).isEqualTo(3);
    }

    /** Figures of two jobs. */
    @TestExtension
    public static class Figures implements ImpactSource {
        private static volatile boolean shown;

        @Override
        public List<Impact> impact(HistoryStore history, Instant since) {
            if (!shown) {
                return List.of();
            }
            return List.of(
                    new Impact("a", "Test time saved", 10, "min", true),
                    new Impact("a", "Failures missed", 1, "failures", false),
                    new Impact("b", "Test time saved", 5, "min", true));
        }
    }
}
