package io.jenkins.plugins.mlci.logscan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.mlci.logscan.line.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates beside the labels of loghub-2k; one miner for all systems, without a setting. */
class GroupingAccuracyTest {
    private static final Path DATA = Path.of(System.getProperty("mlci.data", "missing"), "logs", "loghub-2k");

    private record Score(double accuracy, double groups) {}

    @Test
    void groupsTheLinesOfTenSystems() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the logs of loghub-2k are not there");
        List<Score> scores = new ArrayList<>();
        try (Stream<Path> folders = Files.list(DATA)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Path labels = folder.resolve(folder.getFileName() + "_2k.log_structured.csv");
                scores.add(score(rows(Files.readString(labels))));
            }
        }
        assertThat(scores).hasSizeGreaterThanOrEqualTo(10);
        assertThat(scores.stream().mapToDouble(Score::accuracy).average().orElse(0))
                .isGreaterThan(0.98);
        assertThat(scores.stream().mapToDouble(Score::groups).average().orElse(0))
                .isGreaterThan(0.95);
    }

    private static Score score(List<List<String>> rows) throws IOException {
        int content = rows.get(0).indexOf("Content");
        int template = rows.get(0).indexOf("EventTemplate");
        StringBuilder log = new StringBuilder();
        Map<Object, Set<Integer>> truth = new LinkedHashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            log.append(rows.get(i).get(content)).append('\n');
            truth.computeIfAbsent(rows.get(i).get(template), key -> new HashSet<>())
                    .add(i - 1);
        }
        TemplateMiner miner = new TemplateMiner();
        List<Form> forms = new ArrayList<>();
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        LineReader.readAll(new ByteArrayInputStream(bytes), line -> forms.add(miner.learn(line)));
        Map<Object, Set<Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            found.computeIfAbsent(forms.get(i).templateId(), key -> new HashSet<>())
                    .add(i);
        }
        Collection<Set<Integer>> labelled = new HashSet<>(truth.values());
        List<Set<Integer>> right =
                found.values().stream().filter(labelled::contains).toList();
        int lines = right.stream().mapToInt(Set::size).sum();
        return new Score(lines / (double) forms.size(), 2.0 * right.size() / (found.size() + truth.size()));
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
