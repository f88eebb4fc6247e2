package io.jenkins.plugins.mlci.plugin.deploygate.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Something that would lower the risk. */
@ExportedBean(defaultVisibility = 3)
public final class AdviceView {
    private final JsonNode json;

    AdviceView(JsonNode json) {
        this.json = json;
    }

    /** What to do. */
    @Exported
    public String getAction() {
        return json.path("action").asText("");
    }

    /** Why it would help. */
    @Exported
    public String getBecause() {
        return json.path("because").asText("");
    }

    /** The risk that would remain; missing when that cannot be said. */
    @Exported
    public Double getProbability() {
        double value = json.path("probability").asDouble(Double.NaN);
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** The same in words; empty when it cannot be said. */
    public String getRemaining() {
        Double value = getProbability();
        return value == null ? "" : "The risk would be " + Words.percent(value) + ".";
    }
}
