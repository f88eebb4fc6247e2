package io.jenkins.plugins.mlci.plugin.deploygate.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a pipeline gets to know of a gate. Plain values, so that it can be kept in a variable over a restart. */
public final class ScriptAssessment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String deployment;
    private final String verdict;
    private final String state;
    private final boolean assessed;
    private final double probability;
    private final double low;
    private final double high;
    private final String headline;
    private final ArrayList<String> reasons;
    private final ArrayList<String> advice = new ArrayList<>();
    private final String strategy;
    private final String strategyKind;
    private final double canaryShare;
    private final int soakMinutes;
    private final ArrayList<String> approvedBy;

    private ScriptAssessment(
            String environment,
            String deployment,
            String verdict,
            GateState state,
            boolean assessed,
            JsonNode json,
            String headline,
            List<String> reasons,
            List<String> approvedBy) {
        this.environment = environment;
        this.deployment = deployment;
        this.verdict = verdict;
        this.state = state.name().toLowerCase(Locale.ROOT);
        this.assessed = assessed;
        this.probability = json.path("risk").path("probability").asDouble(Double.NaN);
        this.low = json.path("risk").path("low").asDouble(Double.NaN);
        this.high = json.path("risk").path("high").asDouble(Double.NaN);
        this.headline = headline;
        this.reasons = new ArrayList<>(reasons);
        json.path("advice").forEach(each -> advice.add(each.path("action").asText()));
        this.strategy = json.path("strategy").path("text").asText("");
        this.strategyKind = json.path("strategy").path("kind").asText("");
        this.canaryShare = json.path("strategy").path("share").asDouble(Double.NaN);
        this.soakMinutes = json.path("strategy").path("soakMinutes").asInt(0);
        this.approvedBy = new ArrayList<>(approvedBy);
    }

    static ScriptAssessment of(GateEntry entry) {
        JsonNode json;
        try {
            json = entry.readAssessment();
        } catch (IOException e) {
            json = MissingNode.getInstance();
        }
        return new ScriptAssessment(
                entry.getEnvironment(),
                entry.getDeployment(),
                entry.getVerdict().name().toLowerCase(Locale.ROOT),
                entry.getState(),
                entry.isAssessed(),
                json,
                entry.getHeadline(),
                entry.getReasons(),
                entry.getApprovals().stream().map(Say::getUser).toList());
    }

    /** Nothing is known. */
    static ScriptAssessment unknown(String environment) {
        return new ScriptAssessment(
                environment,
                "",
                "proceed",
                GateState.NOT_ASSESSED,
                false,
                MissingNode.getInstance(),
                "",
                List.of(),
                List.of());
    }

    /** Where to. */
    @Whitelisted
    public String getEnvironment() {
        return environment;
    }

    /** The id of the deployment in the history. */
    @Whitelisted
    public String getDeployment() {
        return deployment;
    }

    /** {@code proceed}, {@code canary}, {@code approve} or {@code block}: what the policy says of the risk. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** What became of it: {@code advised}, {@code passed}, {@code approved}, {@code overridden} or {@code not_assessed}. */
    @Whitelisted
    public String getState() {
        return state;
    }

    /** Whether the risk could be assessed. */
    @Whitelisted
    public boolean isAssessed() {
        return assessed;
    }

    /** The probability that the deployment fails, in (0, 1); NaN when it could not be assessed. */
    @Whitelisted
    public double getProbability() {
        return probability;
    }

    /** The lower end of its interval. */
    @Whitelisted
    public double getLow() {
        return low;
    }

    /** The upper end of its interval. */
    @Whitelisted
    public double getHigh() {
        return high;
    }

    /** All in one line. */
    @Whitelisted
    public String getHeadline() {
        return headline;
    }

    /** Why, in sentences, the weightiest first. */
    @Whitelisted
    public List<String> getReasons() {
        return List.copyOf(reasons);
    }

    /** What would lower the risk, in the imperative. */
    @Whitelisted
    public List<String> getAdvice() {
        return List.copyOf(advice);
    }

    /** How to roll out, in words. */
    @Whitelisted
    public String getStrategy() {
        return strategy;
    }

    /** {@code all-at-once}, {@code rolling}, {@code canary} or {@code wait}. */
    @Whitelisted
    public String getStrategyKind() {
        return strategyKind;
    }

    /** The share of a canary in (0, 1); NaN when none is advised. */
    @Whitelisted
    public double getCanaryShare() {
        return canaryShare;
    }

    /** How long to watch a canary; 0 when none is advised. */
    @Whitelisted
    public int getSoakMinutes() {
        return soakMinutes;
    }

    /** The ids of who approved. */
    @Whitelisted
    public List<String> getApprovedBy() {
        return List.copyOf(approvedBy);
    }
}
