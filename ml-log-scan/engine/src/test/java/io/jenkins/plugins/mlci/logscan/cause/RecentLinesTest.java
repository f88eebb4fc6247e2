package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentLinesTest {
    private static final List<String> WORDS = List.of(
            "error",
            "ok",
            "at a.b(C.java:1)",
            "  ",
            "E  x",
            "12",
            "failed",
            "exit code 2",
            "- old",
            "Tests: 0 failures");

    @Test
    void seesWhatALookSees() {
        RecentLines lines = new RecentLines();
        LineScanner scanner = new LineScanner();
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder words = new StringBuilder();
            for (int word = random.nextInt(5); word >= 0; word--) {
                words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            LineText line = LineText.of(words.toString());
            if (random.nextBoolean()) {
                assertThat(lines.glance(line)).isEqualTo(TroubleFilter.INSTANCE.glance(line.bytes(), 0, line.length()));
            } else {
                assertThat(lines.traits(line))
                        .isEqualTo(scanner.scan(line.bytes(), 0, line.length()).traits());
            }
        }
    }
}
