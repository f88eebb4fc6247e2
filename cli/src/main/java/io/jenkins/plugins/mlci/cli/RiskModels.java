package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.BaseRateAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;

/** The risk model that the gate begins with. */
final class RiskModels {
    private RiskModels() {}

    /** A model that knows no deployment yet, and its name for the record. */
    record Named(RiskAssessor assessor, String name) {}

    /** The model that ships. */
    static Named fresh() {
        return new Named(new BaseRateAssessor(), "base-rate");
    }
}
