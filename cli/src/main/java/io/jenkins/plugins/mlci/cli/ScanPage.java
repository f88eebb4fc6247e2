package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.secret.SecretScanner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The result of a scan as one HTML page without scripts, fonts or anything from elsewhere; light and dark. */
final class ScanPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2733;--soft:#56646f;--line:#c9d3dc;--back:#fff;--code:#f4f6f8;--cause:#b3261e;
            --hit:#fbe9e7;--secret:#7b1fa2;--slow:#9a5b00;--many:#0b5fa5;--new:#2e7d32;--other:#7a8793}
            @media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a3b1bd;--line:#3a4752;--back:#14191e;--code:#1b2229;
            --cause:#ff8a80;--hit:#3a2222;--secret:#ce93d8;--slow:#ffb74d;--many:#6cb8ff;--new:#81c784;--other:#8a98a5}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);max-width:72rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2rem}.soft{color:var(--soft)}
            section{margin:1.2rem 0}h3{font-size:1rem;margin:0 0 .3rem}
            pre{background:var(--code);border-left:4px solid var(--edge,var(--line));margin:0;padding:.6rem 0;overflow-x:auto;font:13px/1.45 ui-monospace,monospace}
            pre span{display:block;padding:0 .8rem;white-space:pre}pre .hit{background:var(--hit)}pre b{color:var(--soft);font-weight:400;user-select:none;display:inline-block;min-width:4.5rem}
            .cause{--edge:var(--cause)}.secret{--edge:var(--secret)}.too_slow{--edge:var(--slow)}.too_many{--edge:var(--many)}.never_seen{--edge:var(--new)}
            .cause h3{color:var(--cause)}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
            td.n{font-variant-numeric:tabular-nums;white-space:nowrap}svg{width:100%;height:34px;display:block}svg a:focus rect{stroke:var(--ink);stroke-width:2}
            .key{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.85rem;color:var(--soft)}.key i{display:inline-block;width:.8rem;height:.8rem;margin-right:.3rem;vertical-align:-.1rem}
            """;
    private static final Map<String, String> COLOURS = Map.of(
            Finding.CAUSE,
            "--cause",
            Finding.SECRET,
            "--secret",
            "too_slow",
            "--slow",
            "too_many",
            "--many",
            "never_seen",
            "--new");
    private static final int AROUND = 4;
    private static final int QUOTED_RANGES = 12;
    private static final int QUOTED_LINES = 40;
    private static final int MOST_ANOMALIES = 60;
    private static final int LONGEST_LINE = 600;
    private static final int WIDTH = 1000;

    private final ScanResult result;
    private final List<Finding> quoted;
    private final Map<Long, String> lines = new TreeMap<>();
    private final StringBuilder page = new StringBuilder();

    private ScanPage(ScanResult result) {
        this.result = result;
        this.quoted = result.ranges().stream().limit(QUOTED_RANGES).toList();
    }

    /**
     * Writes the page.
     *
     * @param log to quote lines around from; empty if it cannot be read again
     */
    static void write(ScanResult result, String log, CommandContext context, Path file) throws IOException {
        ScanPage page = new ScanPage(result);
        if (!log.isEmpty() && !log.equals(LogInput.STANDARD_INPUT)) {
            try (InputStream in = LogInput.open(context, log)) {
                page.readLines(in);
            }
        } else {
            page.takeTexts();
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, page.html().getBytes(StandardCharsets.UTF_8));
    }

    private void readLines(InputStream in) throws IOException {
        SecretScanner secrets = new SecretScanner();
        LineReader.readAll(in, line -> {
            secrets.scan(line);
            for (Finding range : quoted) {
                if (line.number() >= range.first() - AROUND && line.number() <= end(range) + AROUND) {
                    lines.put(line.number(), line.text());
                }
            }
        });
    }

    private void takeTexts() {
        for (Finding range : quoted) {
            for (int i = 0; i < range.text().size(); i++) {
                lines.put(range.first() + i, range.text().get(i));
            }
        }
    }

    private static long end(Finding range) {
        return Math.min(range.last(), range.first() + QUOTED_LINES - 1);
    }

    private String html() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
                .append(" content=\"width=device-width\"><title>Log scan</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        headline();
        strip();
        for (int i = 0; i < quoted.size(); i++) {
            quote(quoted.get(i), i);
        }
        if (result.ranges().size() > quoted.size()) {
            page.append("<p class=\"soft\">")
                    .append(result.ranges().size() - quoted.size())
                    .append(" more ranges are in the JSON.</p>");
        }
        anomalies();
        return page.append("</body></html>\n").toString();
    }

    private void headline() {
        page.append("<h1>");
        if (result.hasCause()) {
            Finding first = result.ranges().get(0);
            page.append("The cause is on ").append(escape(ScanText.lines(first)));
        } else {
            page.append("Nothing looks like the cause of a failure");
        }
        page.append("</h1><p class=\"soft\">");
        if (!result.category().isEmpty()) {
            page.append(String.format(
                    Locale.ROOT,
                    "Category: %s. Signature: %s.<br>",
                    ScanText.category(
                            result, "<strong>" + escape(result.category().replace('_', ' ')) + "</strong>"),
                    escape(result.signature())));
        }
        page.append(String.format(
                Locale.ROOT,
                "%,d line%s, compared with %d good build%s; %d secret%s.",
                result.lines(),
                result.lines() == 1 ? "" : "s",
                result.goodBuilds(),
                result.goodBuilds() == 1 ? "" : "s",
                result.secrets(),
                result.secrets() == 1 ? "" : "s"));
        result.problems().forEach(problem -> page.append("<br>").append(escape(problem)));
        page.append("</p>");
    }

    /** The log from its first line to its last, with a mark for each finding. */
    private void strip() {
        page.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" 34\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Where in the log the")
                .append(
                        " findings are, from the first line to the last\"><rect y=\"12\" width=\"1000\" height=\"10\" fill=\"var(--line)\"/>");
        result.anomalies().forEach(each -> mark(each, 12, 10, ""));
        for (int i = quoted.size() - 1; i >= 0; i--) {
            mark(quoted.get(i), 4, 26, "#f" + i);
        }
        page.append("</svg><p class=\"key\">");
        for (String kind : List.of(Finding.CAUSE, Finding.SECRET, "too_slow", "too_many", "never_seen")) {
            page.append("<span><i style=\"background:var(")
                    .append(COLOURS.get(kind))
                    .append(")\"></i>")
                    .append(words(kind))
                    .append("</span>");
        }
        page.append("</p>");
    }

    private void mark(Finding finding, int top, int height, String target) {
        double lineWidth = (double) WIDTH / Math.max(1, result.lines());
        double x = Math.min(WIDTH - 3.0, (finding.first() - 1) * lineWidth);
        double width = Math.min(WIDTH - x, Math.max(3, (finding.last() - finding.first() + 1) * lineWidth));
        boolean whole = width > 0.9 * WIDTH;
        if (whole && target.isEmpty()) {
            return;
        }
        if (!target.isEmpty()) {
            page.append("<a href=\"").append(target).append("\">");
        }
        page.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"var(%s)\"%s><title>%s, %s</title></rect>",
                x,
                top,
                width,
                height,
                COLOURS.getOrDefault(finding.kind(), "--other"),
                whole ? " opacity=\".3\"" : "",
                words(finding.kind()),
                ScanText.lines(finding)));
        page.append(target.isEmpty() ? "" : "</a>");
    }

    private void quote(Finding range, int index) {
        page.append("<section id=\"f")
                .append(index)
                .append("\" class=\"")
                .append(escape(range.kind()))
                .append("\"><h3>");
        String words = words(range.kind());
        page.append(words.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(words.substring(1))
                .append(", ")
                .append(ScanText.lines(range))
                .append(String.format(Locale.ROOT, " <span class=\"soft\">%.0f %%</span></h3>", 100 * range.score()));
        if (!range.kind().equals(Finding.CAUSE)) {
            page.append("<p>").append(escape(range.reason())).append("</p>");
        }
        page.append("<pre>");
        lines.forEach((number, text) -> {
            if (number >= range.first() - AROUND && number <= end(range) + AROUND) {
                boolean hit = number >= range.first() && number <= range.last();
                String shown = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text;
                page.append(hit ? "<span class=\"hit\"><b>" : "<span><b>")
                        .append(number)
                        .append("</b>")
                        .append(escape(shown))
                        .append("</span>");
            }
        });
        page.append("</pre>");
        if (range.last() > end(range)) {
            page.append("<p class=\"soft\">and ")
                    .append(range.last() - end(range))
                    .append(" lines more</p>");
        }
        page.append("</section>");
    }

    private void anomalies() {
        List<Finding> strongest = new ArrayList<>(result.anomalies());
        strongest.sort(Comparator.comparingDouble(Finding::score).reversed().thenComparingLong(Finding::first));
        if (strongest.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Unlike the good builds</h2><table><tr><th>Lines</th><th>Kind</th><th>Score</th><th>Reason</th></tr>");
        strongest.stream()
                .limit(MOST_ANOMALIES)
                .forEach(each -> page.append(String.format(
                        Locale.ROOT,
                        "<tr><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\">%.2f</td><td>%s</td></tr>",
                        each.first() == each.last() ? each.first() : each.first() + " to " + each.last(),
                        words(each.kind()),
                        each.score(),
                        escape(each.reason()))));
        page.append("</table>");
    }

    private static String words(String kind) {
        return escape(kind.replace('_', ' '));
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }
}
