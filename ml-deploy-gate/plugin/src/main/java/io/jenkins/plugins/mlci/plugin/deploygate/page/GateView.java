package io.jenkins.plugins.mlci.plugin.deploygate.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.RiskGauge;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One gate of a build for pages and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class GateView extends GateFacts {
    private static final int BARS = 8;

    private final JsonNode json;
    private final String problem;
    private final Predicate<String> visible;

    /**
     * A view of a gate.
     *
     * @param visible whether the reader may see a deployment, by id
     */
    GateView(GateEntry entry, Predicate<String> visible) {
        super(entry);
        this.visible = visible;
        JsonNode read = null;
        String why = "";
        if (entry.isAssessed()) {
            try {
                read = entry.readAssessment();
            } catch (IOException e) {
                why = e.getMessage();
            }
        }
        this.json = read;
        this.problem = why;
    }

    /** What everybody may see of a gate who sees its build; similar deployments of other jobs are left out. */
    public static GateView of(GateEntry entry) {
        return new GateView(entry, id -> false);
    }

    /** Why the details cannot be shown; empty when they can, or when there are none. */
    public String getProblem() {
        return problem;
    }

    /** Whether there are details. */
    public boolean isDetailed() {
        return json != null && Double.isFinite(probability());
    }

    private double number(String group, String name) {
        return json == null ? Double.NaN : json.path(group).path(name).asDouble(Double.NaN);
    }

    private double probability() {
        return number("risk", "probability");
    }

    /** The probability that the deployment fails; missing when unknown. */
    @Exported
    public Double getProbability() {
        return orNull(probability());
    }

    /** Lower end of its interval. */
    @Exported
    public Double getLow() {
        return orNull(number("risk", "low"));
    }

    /** Upper end of its interval. */
    @Exported
    public Double getHigh() {
        return orNull(number("risk", "high"));
    }

    /** Risk from which on the policy asks for a canary; more than 1 never. */
    @Exported
    public Double getCanaryFrom() {
        return orNull(number("thresholds", "canary"));
    }

    /** Risk from which on the policy asks for approval. */
    @Exported
    public Double getApproveFrom() {
        return orNull(number("thresholds", "approve"));
    }

    /** Risk from which on the policy blocks. */
    @Exported
    public Double getBlockFrom() {
        return orNull(number("thresholds", "block"));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private RiskGauge.Risk risk() {
        double p = share(probability(), 0);
        return new RiskGauge.Risk(
                p,
                Math.min(p, share(number("risk", "low"), p)),
                Math.max(p, share(number("risk", "high"), p)),
                threshold("canary"),
                threshold("approve"),
                threshold("block"));
    }

    /** The file may have been damaged, and must still not break the page. */
    private static double share(double value, double otherwise) {
        return Double.isFinite(value) ? Math.min(1, Math.max(0, value)) : otherwise;
    }

    private double threshold(String name) {
        double value = number("thresholds", name);
        return Double.isFinite(value) && value >= 0 ? value : 2;
    }

    /** The probability with its interval on the policy's thresholds. */
    public String getGaugeSvg() {
        return RiskGauge.svg(risk());
    }

    /** The same in words. */
    public String getGaugeText() {
        return RiskGauge.text(risk());
    }

    /** {@code 18 % (7 % to 31 %)}. */
    public String getRiskText() {
        return Words.percent(probability()) + " (" + Words.percent(number("risk", "low")) + " to "
                + Words.percent(number("risk", "high")) + ")";
    }

    /** How to roll out, in a few words. */
    @Exported
    public String getStrategy() {
        return text("strategy", "text");
    }

    /** Why so. */
    @Exported
    public String getStrategyBecause() {
        return text("strategy", "because");
    }

    /** The model that was asked. */
    @Exported
    public String getModel() {
        return json == null ? "" : json.path("model").asText("");
    }

    /** What the estimate rests on, in a sentence. */
    public String getBasis() {
        long deployments = (long) number("risk", "deployments");
        long failures = (long) number("risk", "failures");
        String source = text("risk", "source");
        if (source.equals("prior") || deployments == 0) {
            return "No outcome of this job is known yet, so the estimate rests on the model that comes with the plugin.";
        }
        return "Learned from " + Words.of(deployments, "deployment") + " with a known outcome, " + failures
                + " of them failed. Usual is " + Words.percent(number("risk", "usual")) + ".";
    }

    /** How often the gate was right, in a sentence. */
    @Exported
    public String getTrackRecord() {
        return text("trackRecord", "sentence");
    }

    /** What did not work; usually nothing. */
    @Exported
    public List<String> getRemarks() {
        List<String> remarks = new ArrayList<>();
        if (json != null) {
            json.path("remarks").forEach(each -> remarks.add(each.asText()));
        }
        return remarks;
    }

    private String text(String group, String name) {
        return json == null ? "" : json.path(group).path(name).asText("");
    }

    /** What moves the risk, the strongest first. */
    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        if (json != null) {
            for (JsonNode each : json.path("risk").path("contributions")) {
                double logOdds = each.path("logOdds").asDouble(0);
                if (Double.isFinite(logOdds) && Math.abs(logOdds) >= 0.005) {
                    bars.add(new Bar(each.path("sentence").asText(""), logOdds));
                }
            }
        }
        bars.sort(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.logOdds)));
        List<Bar> shown = bars.subList(0, Math.min(BARS, bars.size()));
        double most = shown.isEmpty() ? 1 : Math.abs(shown.get(0).logOdds);
        shown.forEach(bar -> bar.most = most);
        return shown;
    }

    /** What would lower the risk. */
    @Exported
    public List<AdviceView> getAdvice() {
        List<AdviceView> advice = new ArrayList<>();
        if (json != null) {
            json.path("advice").forEach(each -> advice.add(new AdviceView(each)));
        }
        return advice;
    }

    /** Similar past deployments that the reader may see. */
    @Exported
    public List<SimilarView> getSimilar() {
        List<SimilarView> similar = new ArrayList<>();
        if (json != null) {
            for (JsonNode each : json.path("similar")) {
                if (visible.test(each.path("deployment").asText(""))) {
                    similar.add(new SimilarView(each));
                }
            }
        }
        return similar;
    }

    /** One fact that raises or lowers the risk. */
    public static final class Bar {
        private final String sentence;
        private final double logOdds;
        private double most = 1;

        Bar(String sentence, double logOdds) {
            this.sentence = sentence;
            this.logOdds = logOdds;
        }

        public String getSentence() {
            return sentence;
        }

        public boolean isRaising() {
            return logOdds > 0;
        }

        /** By what the odds of a failure are multiplied. */
        public String getTimes() {
            return String.format(Locale.ROOT, "×%.2f", Math.exp(logOdds));
        }

        /** Length of its bar, percent of the longest. */
        public long getLength() {
            return Math.max(2, Math.round(100 * Math.abs(logOdds) / most));
        }
    }
}
