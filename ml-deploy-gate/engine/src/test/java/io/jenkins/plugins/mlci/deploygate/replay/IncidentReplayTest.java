package io.jenkins.plugins.mlci.deploygate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentReplayTest {
    @TempDir
    private Path folder;

    @Test
    void readsTicketsAndBugReports() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("tickets.csv.gz")))) {
            out.write("Document,Topic_group\nmy disk is full,Storage\n,Hardware\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                folder.resolve("bugs.csv"),
                "key,project,created,priority,resolution,summary\n"
                        + "A-2,A,1262305561,Minor,Fixed,\"Says \"\"no\"\", twice\"\n"
                        + "A-1,A,1262305560,Blocker,Fixed,Down\n"
                        + "A-3,A,soon,Minor,Fixed,x\n"
                        + "A-4,A,,Minor,Fixed,y\n\n"
                        + "A-5,A,1262305562,,Fixed,z\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        List<String> remarks = new ArrayList<>();
        List<IncidentRecord> read = IncidentData.read(folder, remarks::add);
        assertThat(remarks)
                .containsExactly(
                        "bugs.csv: 1 of 5 rows left out, in which the time cannot be read (first in line 4).",
                        "bugs.csv: 1 of 5 rows left out, in which there is no time (first in line 5).",
                        "bugs.csv: 1 of 5 rows left out, in which there is no priority (first in line 7).",
                        "other.csv is left out: it has neither a column Document nor summary.",
                        "tickets.csv.gz: 1 of 2 rows left out, in which there is no text (first in line 3).");
        assertThat(read)
                .extracting(IncidentRecord::title)
                .containsExactly("my disk is full", "Down", "Says \"no\", twice");
        assertThat(read.get(0).category()).isEqualTo("Storage");
        assertThat(SeverityReplay.isUrgent(read.get(1))).isTrue();
        assertThat(SeverityReplay.isUrgent(read.get(2))).isFalse();
        assertThatThrownBy(() -> IncidentData.read(folder.resolve("none"), remarks::add))
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void countsAsInTheBooks() {
        ClassCounts counts = new ClassCounts(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 1, 1}, 3);
        assertThat(counts.f1()).containsExactly(new double[] {0.8, 4.0 / 6, 0}, within(1e-9));
        assertThat(counts.balancedAccuracy()).isCloseTo((2.0 / 3 + 1 + 0) / 3, within(1e-9));
        assertThat(counts.interval(ClassCounts::macroF1, 1))
                .satisfies(interval -> assertThat(interval.estimate()).isBetween(interval.low(), interval.high()));
    }

    @Test
    void crossValidatesEachTicketOnce() {
        List<IncidentRecord> incidents = bugs(200);
        Set<String> seen = new HashSet<>();
        CategoryReplay.Result result = new CategoryReplay(4, 1)
                .run(
                        incidents,
                        true,
                        (id, truth, estimate) -> assertThat(seen.add(id)).isTrue(),
                        () -> 0);
        assertThat(seen).hasSize(200);
        assertThat(result.macroF1().estimate()).isGreaterThan(0.95);
        assertThat(result.baseline().estimate()).isGreaterThan(0.95);
        assertThat(result.f1()).containsOnlyKeys("network", "storage");
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryReplay(1, 1));
    }

    @Test
    void replaysSeverityInTimeOrder() {
        List<IncidentRecord> incidents = bugs(600);
        List<String> order = new ArrayList<>();
        SeverityReplay.Result result = new SeverityReplay(2, 1).run(incidents, (id, urgent, p) -> order.add(id));
        assertThat(order).hasSize(120).first().isEqualTo("B-480");
        assertThat(result.all().estimate()).isGreaterThan(0.65);
        assertThat(result.all().estimate()).isGreaterThan(result.baseline().estimate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeverityReplay(2, 1).run(incidents.subList(0, 20), (id, urgent, p) -> {}))
                .withMessageContaining("too few");
    }

    /** The words tell the category; the project tells the severity, and says so in no word. */
    private static List<IncidentRecord> bugs(int n) {
        SplittableRandom random = new SplittableRandom(9);
        List<IncidentRecord> incidents = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean disk = random.nextBoolean();
            boolean grave = random.nextInt(3) == 0;
            boolean urgent = random.nextDouble() < (grave ? 0.8 : 0.1);
            incidents.add(new IncidentRecord(
                    "B-" + i,
                    (disk ? "disk full " : "dns timeout ") + random.nextInt(30),
                    "",
                    "",
                    "prod",
                    grave ? "payments" : "blog",
                    "",
                    java.time.Instant.ofEpochSecond(86_400L * i),
                    java.util.Optional.empty(),
                    disk ? "storage" : "network",
                    urgent ? "Critical" : "Minor",
                    "",
                    IncidentRecord.Guesses.NONE));
        }
        return incidents;
    }
}
