package io.jenkins.plugins.mlci.plugin.testselector.collect;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelDescriber;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelDescription;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what a stored selector has learned from, for the pages about models. */
@Extension
public final class SelectorDescriber implements ModelDescriber {
    @Override
    public String purpose() {
        return "test-selection";
    }

    @Override
    public ModelDescription describe(byte[] content) {
        JsonNode provenance = SelectorJson.describe(content).path("provenance");
        Map<String, String> facts = new LinkedHashMap<>();
        provenance
                .properties()
                .forEach(entry -> facts.put(
                        entry.getKey().replace('_', ' '), entry.getValue().asText()));
        return new ModelDescription(provenance.path("builds").asLong(), "", facts);
    }
}
