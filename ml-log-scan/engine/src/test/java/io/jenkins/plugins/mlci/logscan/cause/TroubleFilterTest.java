package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleFilterTest {
    private final LineScanner scanner = new LineScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: no",
                "[ERROR] COMPILATION ERROR :",
                "script returned exit code 137",
                "Process exited with rc=124",
                "exitRc 127",
                "HTTP 404",
                "fatal: not a git repository",
                "not ok 3 - reads a file",
                "  ✕ reads a file (3 ms)",
                "--- FAIL: TestRead (0.00s)",
                "FAILED tests/test_a.py::test_b",
                "E       assert 1 == 2",
                "- expected",
                "##[error]Process completed with exit code 1.",
                "PROCESS-CRASH | test",
                "GC overhead limit",
                "useGcHeap",
                "can't open",
                "write: No space left on device"
            })
    void keepsWhatTellsOfTrouble(String line) {
        assertThat(glance(line)).isEqualTo(TroubleFilter.Glance.PERHAPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"    at org.example.A.b(A.java:12)", "    ... 12 more", "  File \"a.py\", line 3, in b"})
    void tellsFrames(String line) {
        assertThat(glance(line)).isEqualTo(TroubleFilter.Glance.FRAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t ",
                "[INFO] Building jar: /home/x/target/x-1.0.jar",
                "Downloading: https://repo.example.org/maven2/org/apache/maven/maven-parent/4/maven-parent-4.pom",
                "Resolving deltas:  45% (913/2022)"
            })
    void dropsWhatTellsOfNone(String line) {
        assertThat(glance(line)).isEqualTo(TroubleFilter.Glance.HARMLESS);
    }

    @Test
    void looksForEveryWordThatCounts() {
        for (WordGroup group : WordGroup.values()) {
            if (Severity.counts(group.bit())) {
                for (String entry : group.words()) {
                    assertThat(glance(entry)).as(entry).isEqualTo(TroubleFilter.Glance.PERHAPS);
                    assertThat(glance("x " + entry.toUpperCase(Locale.ROOT) + " y"))
                            .as(entry)
                            .isEqualTo(TroubleFilter.Glance.PERHAPS);
                }
            }
        }
    }

    @Property(tries = 5_000)
    void neverDropsWhatMatters(@ForAll("lines") String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LineSigns signs = scanner.scan(bytes, 0, bytes.length);
        boolean matters =
                Severity.of(signs.groups(), signs.shapes()) >= TroubleFilter.LEAST || LineShape.DIFF.in(signs.shapes());
        TroubleFilter.Glance glance = glance(line);
        assertThat(glance == TroubleFilter.Glance.FRAME).isEqualTo(LineShape.FRAME.in(signs.shapes()));
        if (matters) {
            assertThat(glance).isNotEqualTo(TroubleFilter.Glance.HARMLESS);
        }
    }

    /** Words that count and others, in any case, with all that may stand between. */
    @Provide
    Arbitrary<String> lines() {
        List<String> words = Stream.concat(
                        Arrays.stream(WordGroup.values()).flatMap(group -> Arrays.stream(group.words())),
                        Stream.of("status", "http", "returned", "rc", "at", "E", "File", "ok", "x", "Java"))
                .toList();
        Arbitrary<String> word = Arbitraries.of(words)
                .flatMap(text -> Arbitraries.of(
                        text,
                        text.toUpperCase(Locale.ROOT),
                        Character.toUpperCase(text.charAt(0)) + text.substring(1)));
        Arbitrary<String> between = Arbitraries.of(
                " ", "", ": ", "/", "_", "-", ".", "(", "[", "] ", " 137 ", "=1", " 404", "\t", "  ", "'", "é", "+ ",
                "::", "#");
        return word.flatMap(first -> between.map(mark -> mark + first))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static TroubleFilter.Glance glance(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return TroubleFilter.INSTANCE.glance(bytes, 0, bytes.length);
    }
}
