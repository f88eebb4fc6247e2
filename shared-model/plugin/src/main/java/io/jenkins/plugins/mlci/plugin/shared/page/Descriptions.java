package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelDescriber;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelDescription;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a model for its card: by the plugin whose model it is, or as a portable model. */
final class Descriptions {
    private Descriptions() {}

    /**
     * What is in a model.
     *
     * @throws io.jenkins.plugins.mlci.shared.model.ModelFormatException with a sentence when it cannot be used
     */
    static ModelDescription of(JenkinsFacade jenkins, String purpose, byte[] content) {
        return jenkins.all(ModelDescriber.class).stream()
                .filter(describer -> describer.purpose().equals(purpose))
                .findFirst()
                .map(describer -> describer.describe(content))
                .orElseGet(() -> portable(ModelJson.read(content).provenance()));
    }

    private static ModelDescription portable(Provenance known) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Messages.ModelPage_Learner(), known.learner());
        facts.put(
                Messages.ModelPage_Rows(),
                Messages.ModelPage_RowsOf(Words.number(known.rows()), Words.number(known.positives())));
        if (known.from() != null && known.to() != null) {
            facts.put(Messages.ModelPage_Window(), known.from() + " - " + known.to());
        }
        known.metrics().forEach((name, value) -> facts.put(name, Words.number(value)));
        facts.putAll(known.parameters());
        facts.put(Messages.ModelPage_Code(), known.codeVersion());
        if (!known.notes().isEmpty()) {
            facts.put(Messages.ModelPage_Notes(), known.notes());
        }
        return new ModelDescription(known.rows(), Words.metrics(known.metrics()), facts);
    }
}
