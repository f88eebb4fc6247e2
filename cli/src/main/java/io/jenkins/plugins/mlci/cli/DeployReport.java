package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.replay.AucDraws;
import io.jenkins.plugins.mlci.deploygate.replay.GateSimulation;
import io.jenkins.plugins.mlci.deploygate.replay.RiskResult;
import io.jenkins.plugins.mlci.deploygate.replay.RiskScores;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The results of a backtest of deployments as tables and as JSON. */
final class DeployReport {
    private final List<Line> lines = new ArrayList<>();

    /**
     * One recording without its steps, so that they need not be kept.
     *
     * @param folder name of the data set
     */
    record Line(
            String folder,
            String name,
            Map<String, RiskScores> prequential,
            Map<String, RiskScores> last,
            RiskScores coldStart,
            AucDraws prequentialDraws,
            AucDraws lastDraws,
            GateSimulation simulation,
            List<String> remarks) {
        /** One sentence, as soon as the recording is done. */
        String headline() {
            RiskScores scores = (prequential.isEmpty() ? last : prequential).get(RiskResult.OURS);
            double auc = scores.auc();
            double lastAuc = last.get(RiskResult.OURS).auc();
            String counts = String.format(
                    Locale.ROOT, "%s/%s: %,d judged, %,d failed", folder, name, scores.rows(), scores.failures());
            if (Double.isNaN(auc)) {
                return counts + "; without failed and good ones there is no AUC";
            }
            return counts + ", AUC " + number(auc) + ", last fifth " + number(lastAuc);
        }

        static Line of(String folder, RiskResult result) {
            return new Line(
                    folder,
                    result.recording().name(),
                    result.prequential(),
                    result.last(),
                    result.coldStart(),
                    result.prequentialDraws(),
                    result.lastDraws(),
                    result.simulation(),
                    result.recording().remarks());
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void print(CommandContext context) {
        for (String folder : folders()) {
            List<Line> here = in(folder);
            table(context, folder + ", after the first fifth", here, Line::prequential);
            leads(context, here, Line::prequential, Line::prequentialDraws);
            table(context, folder + ", last fifth", here, Line::last);
            leads(context, here, Line::last, Line::lastDraws);
            coldStart(context, here);
            here.forEach(line -> simulation(context, line));
        }
    }

    private static void table(
            CommandContext context, String title, List<Line> here, Function<Line, Map<String, RiskScores>> part) {
        if (here.stream().allMatch(line -> part.apply(line).isEmpty())) {
            return;
        }
        context.print("");
        context.print(title);
        TextTable table = new TextTable(
                "recording",
                "method",
                "failures",
                "of",
                "AUC",
                "PR AUC",
                "Brier skill",
                "ECE",
                "at 5 %",
                "at 10 %",
                "at 50 %");
        for (Line line : here) {
            part.apply(line)
                    .forEach((method, scores) -> table.row(
                            line.name(),
                            method,
                            scores.failures(),
                            scores.rows(),
                            number(scores.auc()),
                            number(scores.prAuc()),
                            number(skill(scores), 4),
                            number(scores.calibrationError(), 4),
                            number(scores.captured5()),
                            number(scores.captured10()),
                            number(scores.captured50())));
        }
        for (String method : methods(here, part)) {
            table.row(
                    "mean",
                    method,
                    "",
                    counted(here, part).size() + " counted",
                    number(mean(here, part, method, RiskScores::auc)),
                    number(mean(here, part, method, RiskScores::prAuc)),
                    number(mean(here, part, method, DeployReport::skill), 4),
                    number(mean(here, part, method, RiskScores::calibrationError), 4),
                    number(mean(here, part, method, RiskScores::captured5)),
                    number(mean(here, part, method, RiskScores::captured10)),
                    number(mean(here, part, method, RiskScores::captured50)));
        }
        table.print(context::print);
    }

    /** How much better the mean area of ours is than that of the best other method, and how sure that is. */
    private static void leads(
            CommandContext context,
            List<Line> here,
            Function<Line, Map<String, RiskScores>> part,
            Function<Line, AucDraws> draws) {
        List<Line> counted = counted(here, part);
        best(here, part).ifPresent(method -> {
            Interval ours = AucDraws.mean(counted.stream().map(draws).toList(), RiskResult.OURS);
            Interval lead = lead(here, part, draws).orElseThrow();
            context.print(String.format(
                    Locale.ROOT,
                    "Mean AUC %s; %s over %s, the best of the others (95 %% intervals from blocks of 100 drawn again).",
                    precise(ours),
                    precise(lead),
                    method));
        });
    }

    private static Optional<Interval> lead(
            List<Line> here, Function<Line, Map<String, RiskScores>> part, Function<Line, AucDraws> draws) {
        List<AucDraws> drawn = counted(here, part).stream().map(draws).toList();
        return best(here, part).map(method -> AucDraws.lead(drawn, RiskResult.OURS, method));
    }

    private static Optional<String> best(List<Line> here, Function<Line, Map<String, RiskScores>> part) {
        return counted(here, part).isEmpty()
                ? Optional.empty()
                : methods(here, part).stream()
                        .filter(method -> !method.equals(RiskResult.OURS))
                        .max(Comparator.comparingDouble(method -> mean(here, part, method, RiskScores::auc)));
    }

    private static String precise(Interval i) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", i.estimate(), i.low(), i.high());
    }

    private static void coldStart(CommandContext context, List<Line> here) {
        List<Line> known = here.stream()
                .filter(line -> line.coldStart() != null && BacktestDeployCommand.counts(line.coldStart()))
                .toList();
        if (!known.isEmpty()) {
            double mean = known.stream()
                    .mapToDouble(line -> line.coldStart().auc())
                    .average()
                    .orElse(Double.NaN);
            context.print("Cold start, trained on the others only: mean AUC " + number(mean) + " over " + known.size()
                    + " recordings.");
        }
    }

    private static void simulation(CommandContext context, Line line) {
        GateSimulation s = line.simulation();
        context.print(String.format(
                Locale.ROOT,
                "%s: a gate at %.0f : 1 holds %d of %d and prevents %d of %d failures; saves %s delays in 1,000; the best"
                        + " rule by lines (hold above %s) holds %d and prevents %d; over it the gate saves %s.",
                line.name(),
                s.ratio(),
                s.gate().held(),
                s.gate().deployments(),
                s.gate().prevented(),
                s.gate().failures(),
                interval(s.saved()),
                s.lines() == Double.MAX_VALUE ? "nothing" : String.format(Locale.ROOT, "%.0f", s.lines()),
                s.fixedRule().held(),
                s.fixedRule().prevented(),
                interval(s.savedOverFixedRule())));
    }

    private static String interval(Interval i) {
        return String.format(Locale.ROOT, "%.0f [%.0f, %.0f]", i.estimate(), i.low(), i.high());
    }

    /** Share of the error of the constant true rate that is avoided; NaN without probabilities. */
    static double skill(RiskScores scores) {
        return 1 - scores.brier() / scores.brierOfRate();
    }

    private static List<Line> counted(List<Line> here, Function<Line, Map<String, RiskScores>> part) {
        return here.stream()
                .filter(line -> !part.apply(line).isEmpty()
                        && BacktestDeployCommand.counts(
                                part.apply(line).values().iterator().next()))
                .toList();
    }

    private static double mean(
            List<Line> here,
            Function<Line, Map<String, RiskScores>> part,
            String method,
            ToDoubleFunction<RiskScores> figure) {
        return counted(here, part).stream()
                .filter(line -> part.apply(line).containsKey(method))
                .mapToDouble(line -> figure.applyAsDouble(part.apply(line).get(method)))
                .average()
                .orElse(Double.NaN);
    }

    private static Set<String> methods(List<Line> here, Function<Line, Map<String, RiskScores>> part) {
        Set<String> methods = new java.util.LinkedHashSet<>();
        here.forEach(line -> methods.addAll(part.apply(line).keySet()));
        return methods;
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        lines.forEach(line -> folders.add(line.folder()));
        return folders;
    }

    private List<Line> in(String folder) {
        return lines.stream().filter(line -> line.folder().equals(folder)).toList();
    }

    /** Folder, then recording and {@code mean}, then part, then method. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String folder : folders()) {
            Map<String, Object> one = new LinkedHashMap<>();
            for (Line line : in(folder)) {
                Map<String, Object> parts = new LinkedHashMap<>();
                parts.put("prequential", scores(line.prequential()));
                parts.put("last_fifth", scores(line.last()));
                if (line.coldStart() != null) {
                    parts.put("cold_start", finite(line.coldStart().figures()));
                }
                parts.put("gate", gate(line.simulation()));
                if (!line.remarks().isEmpty()) {
                    parts.put("remarks", line.remarks());
                }
                one.put(line.name(), parts);
            }
            Map<String, Object> means = new LinkedHashMap<>();
            means.put("prequential", means(in(folder), Line::prequential));
            means.put("last_fifth", means(in(folder), Line::last));
            lead(in(folder), Line::prequential, Line::prequentialDraws)
                    .ifPresent(interval -> means.put("prequential_lead_over_best", interval));
            lead(in(folder), Line::last, Line::lastDraws)
                    .ifPresent(interval -> means.put("last_fifth_lead_over_best", interval));
            one.put("mean", means);
            json.put(folder, one);
        }
        return json;
    }

    private static Map<String, Object> means(List<Line> here, Function<Line, Map<String, RiskScores>> part) {
        Map<String, Object> means = new LinkedHashMap<>();
        for (String method : methods(here, part)) {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("recordings", (double) counted(here, part).size());
            figures.put("auc", mean(here, part, method, RiskScores::auc));
            figures.put("pr_auc", mean(here, part, method, RiskScores::prAuc));
            figures.put("brier_skill", mean(here, part, method, DeployReport::skill));
            figures.put("calibration_error", mean(here, part, method, RiskScores::calibrationError));
            figures.put("captured_5", mean(here, part, method, RiskScores::captured5));
            figures.put("captured_10", mean(here, part, method, RiskScores::captured10));
            figures.put("captured_50", mean(here, part, method, RiskScores::captured50));
            means.put(method, finite(figures));
        }
        return means;
    }

    private static Map<String, Object> scores(Map<String, RiskScores> byMethod) {
        Map<String, Object> all = new LinkedHashMap<>();
        byMethod.forEach((method, scores) -> all.put(method, finite(scores.figures())));
        return all;
    }

    private static Map<String, Object> gate(GateSimulation s) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cost_ratio", s.ratio());
        json.put("gate", s.gate());
        json.put("fixed_rule", s.fixedRule());
        json.put("saved_per_1000", s.saved());
        json.put("saved_over_fixed_rule_per_1000", s.savedOverFixedRule());
        return json;
    }

    /** JSON knows no NaN. */
    private static Map<String, Object> finite(Map<String, Double> figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        figures.forEach((name, value) -> json.put(name, Double.isFinite(value) ? (Object) value : null));
        return json;
    }

    private static String number(double value) {
        return number(value, 3);
    }

    private static String number(double value, int digits) {
        return !Double.isFinite(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
