package io.jenkins.plugins.mlci.plugin.deploygate.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gate said.
 *
 * @param environment where to
 * @param deployment its id in the history
 * @param mode whether the verdict binds
 * @param policy as its author wrote it
 * @param taken when
 * @param verdict what is advised
 * @param effective what holds in enforce mode: the verdict, or a milder one while the gate is not proven
 * @param headline in one line
 * @param reasons in sentences, the weightiest first
 * @param remarks what did not work or is worth knowing, in sentences
 * @param frozenUntil end of the freeze that holds
 * @param assessment as the engine writes it; empty when something was broken, and the reasons say what
 */
public record GateSaid(
        String environment,
        String deployment,
        GateMode mode,
        String policy,
        Instant taken,
        Verdict verdict,
        Verdict effective,
        String headline,
        List<String> reasons,
        List<String> remarks,
        Optional<Instant> frozenUntil,
        Optional<ObjectNode> assessment) {
    public GateSaid {
        reasons = List.copyOf(reasons);
        remarks = List.copyOf(remarks);
    }
}
