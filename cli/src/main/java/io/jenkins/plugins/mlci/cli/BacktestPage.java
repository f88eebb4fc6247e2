package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.replay.Backtest;
import io.jenkins.plugins.mlci.testselector.replay.SubjectResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results of a backtest as one HTML page without scripts, fonts or anything from elsewhere; light and dark. */
final class BacktestPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2733;--soft:#5b6b7a;--line:#c9d3dc;--back:#fff;--ours:#0b5fa5;--other:#8a98a5}
            @media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a3b1bd;--line:#3a4752;--back:#14191e;--ours:#6cb8ff;--other:#7c8994}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);max-width:70rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:1rem 0}
            th,td{padding:.25rem .7rem;text-align:right;border-bottom:1px solid var(--line)}
            th:first-child,td:first-child{text-align:left}
            tr.ours td{font-weight:600}
            .plots{display:flex;flex-wrap:wrap;gap:2rem}figure{margin:0;max-width:430px}figcaption{color:var(--soft)}
            svg text{fill:var(--soft);font-size:12px}.wide{overflow-x:auto}
            """;
    private static final double[] BUDGETS = {0.10, 0.20, 1.0 / 3, 0.50};
    private static final int WIDTH = 430;
    private static final int HEIGHT = 300;
    private static final int LEFT = 45;
    private static final int BOTTOM = 40;

    private BacktestPage() {}

    static void write(BacktestReport report, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, html(report).getBytes(StandardCharsets.UTF_8));
    }

    static String html(BacktestReport report) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\"><title>Backtest of test selection</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Backtest of test selection</h1>");
        if (report.missing(false).isEmpty()) {
            page.append("<p>").append(verdict(report)).append("</p>");
        }
        for (boolean onlyNew : new boolean[] {false, true}) {
            page.append("<h2>")
                    .append(onlyNew ? "New failures only" : "All failures")
                    .append("</h2>");
            Optional<String> missing = report.missing(onlyNew);
            if (missing.isPresent()) {
                page.append("<p>").append(missing.get()).append("</p>");
                continue;
            }
            page.append("<div class=\"plots\">");
            plot(page, report, onlyNew, "kept_time_", "Share of the test time", Backtest.OURS_TIME);
            plot(page, report, onlyNew, "kept_count_", "Share of the number of tests", Backtest.OURS_COUNT);
            page.append("</div>");
            table(page, report, onlyNew);
        }
        confidence(page, report);
        return page.append("</body></html>\n").toString();
    }

    private static String verdict(BacktestReport report) {
        Map<String, Double> time = report.mean(Backtest.OURS_TIME, false);
        int builds = report.results().stream().mapToInt(SubjectResult::cycles).sum();
        return String.format(
                Locale.ROOT,
                "Within a third of the test time, %.1f %% of the failures would have been kept (mean of %d subjects, %,d builds"
                        + " replayed in time order; the first fifth of each warmed up and was not judged).",
                100 * time.getOrDefault("kept_time_33", Double.NaN),
                report.results().size(),
                builds);
    }

    private static void plot(
            StringBuilder page, BacktestReport report, boolean onlyNew, String kind, String axis, String ours) {
        page.append(String.format(
                Locale.ROOT,
                "<figure><svg role=\"img\" aria-label=\"Failures kept by %s; the table below has the numbers\" width=\"%d\" height=\"%d\">",
                axis.toLowerCase(Locale.ROOT),
                WIDTH,
                HEIGHT));
        for (int i = 0; i <= 5; i++) {
            double share = i / 5.0;
            page.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"var(--line)\"/><text x=\"4\" y=\"%.1f\">%.0f %%</text>",
                    LEFT,
                    WIDTH,
                    y(share),
                    y(share),
                    y(share) + 4,
                    100 * share));
        }
        for (double budget : BUDGETS) {
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f %%</text>",
                    x(budget),
                    HEIGHT - BOTTOM + 18,
                    100 * budget));
        }
        page.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH) / 2,
                HEIGHT - 4,
                axis));
        for (String method : List.of("random", "recently failed", "ROCKET", "recently failed + similarity")) {
            line(page, report.mean(method, onlyNew), kind, method, "var(--other)", 1.2, "4 3");
        }
        line(page, report.mean(Backtest.OPTIMAL, onlyNew), kind, "optimal", "var(--other)", 1.2, "1 2");
        line(page, report.mean(ours, onlyNew), kind, ours, "var(--ours)", 3, "none");
        page.append(
                        "</svg><figcaption>Failures kept. Thick line: ours. Dashed: random, recently failed, ROCKET, recently")
                .append(" failed + similarity. Dotted: optimal.</figcaption></figure>");
    }

    private static void line(
            StringBuilder page,
            Map<String, Double> figures,
            String kind,
            String name,
            String colour,
            double width,
            String dash) {
        StringBuilder points = new StringBuilder();
        for (double budget : BUDGETS) {
            Double kept = figures.get(kind + (int) (100 * budget));
            if (kept == null || kept.isNaN()) {
                return;
            }
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(budget), y(kept)));
        }
        page.append(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-dasharray=\"%s\" points=\"%s\"><title>%s</title></polyline>",
                colour,
                width,
                dash,
                points.toString().trim(),
                escape(name)));
    }

    private static double x(double share) {
        return LEFT + share / 0.5 * (WIDTH - LEFT - 20);
    }

    private static double y(double share) {
        return 10 + (1 - share) * (HEIGHT - BOTTOM - 10);
    }

    private static void table(StringBuilder page, BacktestReport report, boolean onlyNew) {
        page.append("<div class=\"wide\"><table><thead><tr><th>Method</th><th>APFD</th><th>APFDc</th><th>NAPFD</th>");
        for (String kind : List.of("time", "tests")) {
            for (String budget : List.of("10", "20", "33", "50")) {
                page.append("<th>").append(budget).append(" % ").append(kind).append("</th>");
            }
        }
        page.append("</tr></thead><tbody>");
        for (String method : report.methods()) {
            Map<String, Double> figures = report.mean(method, onlyNew);
            if (figures.isEmpty()) {
                continue;
            }
            page.append(method.startsWith("mlci") ? "<tr class=\"ours\"><td>" : "<tr><td>")
                    .append(escape(method))
                    .append("</td>");
            for (String name : List.of("apfd", "apfdc", "napfd50")) {
                cell(page, figures.get(name));
            }
            for (String kind : List.of("kept_time_", "kept_count_")) {
                for (String budget : List.of("10", "20", "33", "50")) {
                    cell(page, figures.get(kind + budget));
                }
            }
            page.append("</tr>");
        }
        page.append("</tbody></table></div>");
    }

    private static void cell(StringBuilder page, Double value) {
        page.append("<td>")
                .append(value == null || value.isNaN() ? "" : String.format(Locale.ROOT, "%.3f", value))
                .append("</td>");
    }

    private static void confidence(StringBuilder page, BacktestReport report) {
        page.append("<h2>Selecting with confidence 0.95</h2><div class=\"wide\"><table><thead><tr><th>Subject</th>")
                .append("<th>Failing builds</th><th>With a failing test selected</th><th>Failing tests selected</th>")
                .append("<th>Time saved</th><th>Full runs</th></tr></thead><tbody>");
        for (SubjectResult result : report.results()) {
            var outcome = result.confidence();
            page.append("<tr><td>")
                    .append(escape(result.subject()))
                    .append("</td><td>")
                    .append(outcome.failingBuilds())
                    .append("</td>");
            cell(page, outcome.keptBuilds());
            cell(page, outcome.keptFailures());
            cell(page, outcome.savedTime());
            page.append("<td>")
                    .append(outcome.fullRuns())
                    .append(" of ")
                    .append(outcome.builds())
                    .append("</td></tr>");
        }
        page.append("</tbody></table></div>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
