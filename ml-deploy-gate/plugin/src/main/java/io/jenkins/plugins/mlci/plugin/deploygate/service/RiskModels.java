package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.deploygate.gate.BaseRateAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.PriorModel;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.RiskModel;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import java.util.Optional;

/** The risk model that a gate begins with. */
final class RiskModels {
    private static final long SEED = 7;

    private RiskModels() {}

    /**
     * A model that knows no deployment yet.
     *
     * @param name for the record
     * @param problem why it is not the one that ships; empty when it is
     */
    record Named(RiskAssessor assessor, String name, Optional<String> problem) {}

    /** The model that ships, or the failure rate of the environment where it cannot be used. */
    static Named fresh() {
        try {
            return new Named(new RiskModel(Holder.SHIPPED, SEED), "deploy-prior", Optional.empty());
        } catch (ModelFormatException | LinkageError e) {
            return new Named(
                    new BaseRateAssessor(), "base-rate", Optional.of("No risk model can be used: " + e.getMessage()));
        }
    }

    /** Read when it is first needed, not when Jenkins starts. */
    private static final class Holder {
        private static final PriorModel SHIPPED = PriorModel.shipped();
    }
}
