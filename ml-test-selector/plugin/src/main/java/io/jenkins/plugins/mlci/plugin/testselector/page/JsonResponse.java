package io.jenkins.plugins.mlci.plugin.testselector.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Answers a request with JSON. */
final class JsonResponse implements HttpResponse {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final Object body;

    JsonResponse(int status, Object body) {
        this.status = status;
        this.body = body;
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
