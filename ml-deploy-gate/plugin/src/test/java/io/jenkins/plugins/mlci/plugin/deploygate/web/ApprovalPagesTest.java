package io.jenkins.plugins.mlci.plugin.deploygate.web;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import java.net.URI;
import jenkins.model.Jenkins;
import jenkins.security.csp.impl.CspConfiguration;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages on which people decide, with the Content-Security-Policy enforced. */
@WithJenkins
class ApprovalPagesTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void people(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.READ)
                .everywhere()
                .to("alice", "bob", "olga", "reader")
                .grant(Item.BUILD)
                .everywhere()
                .to("alice", "bob")
                .grant(MlPermissions.OVERRIDE)
                .everywhere()
                .to("olga"));
        Jenkins.get().getExtensionList(CspConfiguration.class).get(0).setEnforce(true);
    }

    @Test
    void aPersonApprovesOnThePage() throws Exception {
        WorkflowRun run = waiting(enforced("approve", ", excludeStarter: true, timeout: '1d'"));
        HtmlPage page = page("bob", "job/shop/1/ml-deploy-gate-approvals/");
        assertThat(text(page))
                .contains("prod: Waits for 1 approval.")
                .contains("everyone who may build this job; not who started the build")
                .contains("Waits until");
        assertThat(forms(page)).containsExactly("approve-1", "reject-1");

        HtmlForm form = page.getFormByName("approve-1");
        ((HtmlInput) form.getInputByName("reason")).setValue("<b>fine</b>");
        HtmlPage after = (HtmlPage) jenkins.submit(form);
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        assertThat(text(after)).contains("Approved", "bob", "<b>fine</b>");
        assertThat(forms(after)).isEmpty();
    }

    @Test
    void whoMayNotDecideSeesNoForm() throws Exception {
        WorkflowRun run = waiting(enforced("approve", ", excludeStarter: true"));
        assertThat(forms(page("reader", "job/shop/1/ml-deploy-gate-approvals/")))
                .isEmpty();
        HtmlPage starter = page("alice", "job/shop/1/ml-deploy-gate-approvals/");
        assertThat(forms(starter)).containsExactly("reject-1");
        assertThat(text(starter)).contains("You started this build, so others must approve.");
        assertThat(forms(page("olga", "job/shop/1/ml-deploy-gate-approvals/")))
                .containsExactly("reject-1", "override-1");

        assertThat(post("reader", "gate/1/approve?reason=x")).isEqualTo(403);
        assertThat(post("bob", "gate/1/override?reason=x")).isEqualTo(403);
        assertThat(post("olga", "gate/1/override?reason=")).isEqualTo(400);
        assertThat(post("bob", "gate/7/approve")).isEqualTo(404);
        assertThat(send("bob", "gate/1/approve", HttpMethod.GET)).isEqualTo(405);
        assertThat(gate(run).getState()).isEqualTo(GateState.WAITING_FOR_APPROVAL);

        assertThat(post("olga", "gate/1/override?reason=now")).isLessThan(400);
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        assertThat(post("olga", "gate/1/override?reason=again")).isEqualTo(409);
    }

    @Test
    void theQueueShowsWhoWaitsForWhat() throws Exception {
        assertThat(text(page("bob", "ml-deploy-gate/"))).contains("No deployment waits for anybody");
        WorkflowRun run = waiting(enforced("approve", ", approvers: 2, submitters: 'bob,ops'"));
        HtmlPage page = page("bob", "ml-deploy-gate/");
        assertThat(text(page)).contains("shop #1", "prod", "Waits for 2 approvals.", "bob, ops");
        assertThat(page.getAnchorByText("Look and decide").getHrefAttribute())
                .endsWith("/job/shop/1/ml-deploy-gate-approvals/");
        assertThat(text(page("stranger", "ml-deploy-gate/"))).doesNotContain("shop");

        assertThat(post("bob", "gate/1/reject?reason=no")).isLessThan(400);
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(text(page("bob", "ml-deploy-gate/"))).contains("No deployment waits for anybody");
    }

    private WorkflowRun waiting(String script) throws Exception {
        return startAs(jenkins, job(jenkins, "shop", script), "alice", "Waits for ");
    }

    private HtmlPage page(String user, String path) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        web.getOptions().setThrowExceptionOnScriptError(false);
        HtmlPage page = web.login(user).goTo(path);
        assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                .contains("script-src");
        DomElement main = page.getElementById("main-panel");
        for (HtmlElement element : main.getHtmlElementDescendants()) {
            assertThat(element.getAttributesMap().keySet())
                    .as(element.toString())
                    .noneMatch(name -> name.startsWith("on"))
                    .doesNotContain("style");
            if (element.getTagName().equals("script")) {
                assertThat(element.getAttribute("src")).as(element.asXml()).isNotEmpty();
            }
            if (element.getTagName().equals("input")
                    && !element.getAttribute("type").equals("hidden")) {
                assertThat(page.<DomElement>getByXPath("//label[@for='" + element.getId() + "']"))
                        .as("label of " + element)
                        .isNotEmpty();
            }
        }
        return page;
    }

    private static String text(HtmlPage page) {
        return page.getElementById("main-panel").getTextContent().replaceAll("\\s+", " ");
    }

    private static java.util.List<String> forms(HtmlPage page) {
        return page.getForms().stream()
                .map(HtmlForm::getNameAttribute)
                .filter(name -> name.matches("(approve|reject|override)-.*"))
                .toList();
    }

    private int post(String user, String path) throws Exception {
        return send(user, path, HttpMethod.POST);
    }

    private int send(String user, String path, HttpMethod method) throws Exception {
        JenkinsRule.WebClient web = jenkins.createWebClient();
        web.getOptions().setThrowExceptionOnScriptError(false);
        web.setThrowExceptionOnFailingStatusCode(false);
        web.login(user);
        WebRequest request = new WebRequest(
                URI.create(jenkins.getURL() + "job/shop/1/ml-deploy-gate-approvals/" + path)
                        .toURL(),
                method);
        if (method == HttpMethod.POST) {
            web.addCrumb(request);
        }
        return web.loadWebResponse(request).getStatusCode();
    }
}
