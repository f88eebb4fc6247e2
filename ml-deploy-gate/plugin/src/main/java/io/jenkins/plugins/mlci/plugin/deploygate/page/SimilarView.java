package io.jenkins.plugins.mlci.plugin.deploygate.page;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A past deployment that is alike. */
@ExportedBean(defaultVisibility = 3)
public final class SimilarView {
    private final JsonNode json;

    SimilarView(JsonNode json) {
        this.json = json;
    }

    /** Its id in the history. */
    @Exported
    public String getDeployment() {
        return json.path("deployment").asText("");
    }

    /** First line of its change; its id where none is known. */
    @Exported
    public String getTitle() {
        String title = json.path("title").asText("");
        return title.isBlank() ? getDeployment() : title;
    }

    @Exported
    public String getStarted() {
        return json.path("started").asText("");
    }

    /** The day. */
    public String getDay() {
        String started = getStarted();
        return started.length() > 10 ? started.substring(0, 10) : started;
    }

    /** How alike, [0, 1]. */
    @Exported
    public double getSimilarity() {
        return json.path("similarity").asDouble(0);
    }

    public String getSimilarityText() {
        return Words.percent(getSimilarity());
    }

    /** Whether it failed; missing while unknown. */
    @CheckForNull
    @Exported
    public Boolean getFailed() {
        return json.has("failed") ? (Boolean) json.path("failed").asBoolean() : null;
    }

    /** How it went, with its sign. */
    public String getOutcome() {
        if (!json.has("failed")) {
            return Outcome.UNKNOWN.sign() + " " + Outcome.UNKNOWN.words();
        }
        return json.path("failed").asBoolean() ? Outcome.FAILED.sign() + " failed" : Outcome.GOOD.sign() + " good";
    }
}
