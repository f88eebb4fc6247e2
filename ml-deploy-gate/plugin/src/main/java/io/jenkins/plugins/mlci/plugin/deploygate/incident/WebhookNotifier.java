package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Extension;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.RemedyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Sends a message about an incident to the webhook that an admin configured, as {@code {"text": "..."}}: the form that Slack, Mattermost,
 * Rocket.Chat and Google Chat take. The address is a secret, since who knows it may write there; it is in no message and in no log.
 */
@Extension
public final class WebhookNotifier implements IncidentNotifier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** First status that is no success. */
    private static final int REDIRECT = 300;

    private static final int SUCCESS = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public boolean isReady() {
        return IncidentDefaults.get().webhookAddress().isPresent();
    }

    @Override
    public String tell(IncidentRecord incident, String message) {
        String address = IncidentDefaults.get()
                .webhookAddress()
                .orElseThrow(() -> new RemedyException("No webhook is configured."));
        try {
            return send(address, message);
        } catch (IllegalArgumentException | IOException e) {
            // Not logged: its message may hold the address.
            throw new RemedyException("The webhook cannot be reached ("
                    + e.getClass().getSimpleName() + "): ask an administrator to check its address.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemedyException("Sending to the webhook was interrupted.");
        }
    }

    private static String send(String address, String text) throws IOException, InterruptedException {
        HttpClient client = ProxyConfiguration.newHttpClientBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        MAPPER.writeValueAsString(Map.of("text", text)).getBytes(StandardCharsets.UTF_8)))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < SUCCESS || status >= REDIRECT) {
            throw new RemedyException(
                    "The webhook answered " + status + ": ask an administrator to check its address.");
        }
        return "A message was sent to the webhook.";
    }
}
