package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.RemedyException;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class WebhookNotifierTest {
    private static final IncidentRecord INCIDENT = new IncidentRecord(
            "inc 1",
            "Payments",
            "",
            "",
            "prod",
            "",
            "",
            Instant.EPOCH,
            Optional.empty(),
            "",
            "",
            "",
            IncidentRecord.Guesses.NONE);

    private final JenkinsRemedies remedies =
            new JenkinsRemedies("inc 1", "ml-deployments/incidents/~aW5jIDE/", new JenkinsFacade());
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void configure(String webhook) {
        IncidentDefaults defaults = new IncidentDefaults();
        defaults.setWebhook(Secret.fromString(webhook));
        MachineLearningConfiguration.get().setCapabilities(List.of(defaults));
    }

    @Test
    void sendsTheMessageAndWhereToReadMore(JenkinsRule jenkins) throws Exception {
        configure(address("/hook"));

        assertThat(remedies.tell(INCIDENT, "inc 1 in prod: \"Payments\" häng\n- Roll back"))
                .isEqualTo("A message was sent to the webhook.");

        assertThat(received.take()).isEqualTo("POST application/json; charset=utf-8");
        assertThat(new ObjectMapper().readTree(received.take()).path("text").asText())
                .isEqualTo("inc 1 in prod: \"Payments\" häng\n- Roll back\n" + jenkins.getURL()
                        + "ml-deployments/incidents/~aW5jIDE/");
    }

    @Test
    void saysWhatFailedAndNeverTheAddress(JenkinsRule jenkins) {
        for (String path : List.of("/none-SECRET", "/moved?SECRET")) {
            configure(address(path));
            assertThatExceptionOfType(RemedyException.class)
                    .isThrownBy(() -> remedies.tell(INCIDENT, "x"))
                    .withMessageContaining("The webhook answered ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
        }
        String closed = address("/SECRET");
        server.stop(0);
        for (String webhook : List.of(closed, "no address SECRET", "file:///SECRET", "http://")) {
            configure(webhook);
            assertThatExceptionOfType(RemedyException.class)
                    .isThrownBy(() -> remedies.tell(INCIDENT, "x"))
                    .withMessageContaining("The webhook cannot be reached")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET"));
        }
        assertThat(received).isEmpty();
    }

    @Test
    void theAddressIsKeptAsASecretAndSurvivesTheForm(JenkinsRule jenkins) throws Exception {
        configure(address("/hook-SECRET"));
        HtmlPage page = jenkins.createWebClient().goTo("configure");
        assertThat(page.asXml()).doesNotContain("hook-SECRET");
        HtmlForm form = page.getFormByName("config");
        jenkins.submit(form);
        assertThat(IncidentDefaults.get().webhookAddress()).contains(address("/hook-SECRET"));
        try (var files = Files.list(Path.of(jenkins.jenkins.getRootDir().getPath()))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("hook-SECRET");
            }
        }
        configure("  ");
        assertThat(IncidentDefaults.get().getWebhook()).isNull();
        assertThat(new WebhookNotifier().isReady()).isFalse();
    }

    @Test
    void theFormTellsAnAddressFromNonsense(JenkinsRule jenkins) {
        IncidentDefaults.DescriptorImpl form =
                jenkins.jenkins.getDescriptorByType(IncidentDefaults.DescriptorImpl.class);
        assertThat(form.doCheckWebhook("").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckWebhook("https://hooks.example.org/x").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckWebhook("hooks.example.org").kind).isEqualTo(FormValidation.Kind.ERROR);
    }
}
