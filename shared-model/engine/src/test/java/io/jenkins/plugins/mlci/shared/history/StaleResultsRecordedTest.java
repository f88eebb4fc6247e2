package io.jenkins.plugins.mlci.shared.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Judges 212 builds that a real Jenkins recorded, 14 of them with the reports of the build before. */
class StaleResultsRecordedTest {
    @Test
    void findsTheLeftOverResultsAndNoOthers() throws IOException {
        Path file = Path.of(System.getProperty("mlci.data", "none"), "jenkins-history", "class_runs.csv");
        assumeTrue(Files.isReadable(file), "The recorded build histories are not here: set mlci.data to their folder");
        Set<String> labelled = new TreeSet<>();
        Map<String, List<TestOutcome>> builds = read(file, labelled);

        Set<String> found = new TreeSet<>();
        String previousJob = "";
        List<TestOutcome> before = List.of();
        for (Map.Entry<String, List<TestOutcome>> build : builds.entrySet()) {
            String job = build.getKey().substring(0, build.getKey().indexOf('#'));
            if (!job.equals(previousJob)) {
                before = List.of();
                previousJob = job;
            }
            if (StaleResults.compare(build.getValue(), before).isStale()) {
                found.add(build.getKey());
            }
            before = build.getValue();
        }

        assertThat(labelled).hasSize(14);
        assertThat(found).isEqualTo(labelled);
    }

    private static Map<String, List<TestOutcome>> read(Path file, Set<String> labelled) throws IOException {
        Map<String, List<TestOutcome>> builds = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String build = cells[0] + "#" + cells[1];
            if (cells[7].equals("yes")) {
                labelled.add(build);
            }
            Outcome outcome = cells[4].equals("0") ? Outcome.PASSED : Outcome.FAILED;
            builds.computeIfAbsent(build, name -> new ArrayList<>())
                    .add(new TestOutcome(TestId.ofClass(cells[2]), outcome, Double.parseDouble(cells[6])));
        }
        return builds;
    }
}
