package io.jenkins.plugins.mlci.plugin.logscan.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.Util;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.Neighbour;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the script on the console page needs to know of a scan: it comes with the first line that is shown, and needs no request. */
final class ConsoleFindings {
    /** So many findings are listed, the most unusual ones. */
    static final int MOST = 200;

    private static final int MOST_DIFFERENCES = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConsoleFindings() {}

    /** An attribute of an element, with the findings of a scan. */
    static String attribute(ScanReport report) {
        return "data-scan='" + Util.xmlEscape(json(report).toString()).replace("'", "&#39;") + "'";
    }

    static ObjectNode json(ScanReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("lines", report.result().lines());
        json.put("goodBuilds", report.result().goodBuilds());
        ArrayNode findings = json.putArray("findings");
        findings(report).forEach(finding -> add(findings, finding));
        Neighbour neighbour = report.neighbour();
        if (neighbour != null) {
            ObjectNode good = json.putObject("neighbour");
            good.put("number", neighbour.number());
            ArrayNode differences = good.putArray("differences");
            neighbour.differences().stream().limit(MOST_DIFFERENCES).forEach(finding -> add(differences, finding));
        }
        return json;
    }

    /** Causes, secrets and what differs, each line once, in the order of the lines. */
    private static List<Finding> findings(ScanReport report) {
        Map<Long, Finding> byLine = new LinkedHashMap<>();
        Stream.concat(report.causes().stream(), report.secrets().stream())
                .limit(MOST)
                .forEach(finding -> byLine.putIfAbsent(finding.first(), finding));
        report.result().anomalies().stream()
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .limit(MOST - byLine.size())
                .forEach(finding -> byLine.putIfAbsent(finding.first(), finding));
        return byLine.values().stream()
                .sorted(Comparator.comparingLong(Finding::first))
                .toList();
    }

    private static void add(ArrayNode array, Finding finding) {
        String text = finding.text().stream().map(String::strip).findFirst().orElse("");
        array.addObject()
                .put("first", finding.first())
                .put("last", finding.last())
                .put("kind", finding.kind())
                .put("name", Wording.category(finding.kind()))
                .put("text", text.isEmpty() ? finding.reason() : text);
    }
}
