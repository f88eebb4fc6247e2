package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.policy.EnvironmentPolicy;
import io.jenkins.plugins.mlci.deploygate.policy.FreezeText;
import io.jenkins.plugins.mlci.deploygate.policy.FreezeWindow;
import io.jenkins.plugins.mlci.deploygate.policy.GateCosts;
import io.jenkins.plugins.mlci.deploygate.policy.GatePolicy;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** From which risk on the gate says what, and when nothing is deployed. */
public final class PolicyOfGate {
    private static final int THRESHOLDS = 3;

    @Option(
            names = "--failure-cost",
            paramLabel = "X",
            defaultValue = "10",
            description = "What a failed deployment costs, in the unit of --delay-cost. Default: ${DEFAULT-VALUE}.")
    private double failure;

    @Option(
            names = "--delay-cost",
            paramLabel = "X",
            defaultValue = "1",
            description = "What it costs not to deploy now. Default: ${DEFAULT-VALUE}.")
    private double delay;

    @Option(
            names = "--thresholds",
            paramLabel = "P",
            split = ",",
            description = "Fixed probabilities instead of costs: where canary, approval and blocking begin, such as"
                    + " 0.05,0.15,0.3.")
    private List<Double> thresholds = new ArrayList<>();

    @Option(
            names = "--freeze",
            paramLabel = "WHEN",
            description =
                    "A time without deployments, such as 'Fri 16:00 to 23:59 Europe/Berlin' or '2026-12-20T00:00 to"
                            + " 2027-01-03T00:00 UTC'; may be repeated.")
    private List<String> freezes = new ArrayList<>();

    @Option(
            names = "--enforce",
            description =
                    "End with exit code 7 where the verdict is to block, and 8 where it is to approve. Default: only"
                            + " advise.")
    private boolean enforce;

    public boolean isEnforced() {
        return enforce;
    }

    /** The policy; a usage error where the options make no sense. */
    GatePolicy policy() {
        try {
            List<FreezeWindow> windows = freezes.stream().map(FreezeText::parse).toList();
            return GatePolicy.everywhere(new EnvironmentPolicy(riskThresholds(), windows, enforce));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage());
        }
    }

    private RiskThresholds riskThresholds() {
        if (thresholds.isEmpty()) {
            return GateCosts.of(failure, delay).thresholds();
        }
        if (thresholds.size() != THRESHOLDS) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--thresholds takes three probabilities: where canary, approval and blocking begin.");
        }
        return new RiskThresholds(thresholds.get(0), thresholds.get(1), thresholds.get(2));
    }
}
