package io.jenkins.plugins.mlci.plugin.logscan.report;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final String LOG =
            IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    @Test
    void threeLinesStandAroundACause() throws IOException {
        assertThat(read(LOG, 50, "line 50", "line 51"))
                .containsExactly(new Excerpt(
                        47,
                        50,
                        51,
                        List.of(
                                "line 47", "line 48", "line 49", "line 50", "line 51", "line 52", "line 53",
                                "line 54")));
    }

    @Test
    void theEndsOfTheLogAreNoTrouble() throws IOException {
        assertThat(read(LOG, 1, "line 1")).singleElement().satisfies(excerpt -> {
            assertThat(excerpt.first()).isEqualTo(1);
            assertThat(excerpt.lines()).containsExactly("line 1", "line 2", "line 3", "line 4");
        });
        assertThat(read(LOG, 100, "line 100")).singleElement().satisfies(excerpt -> assertThat(excerpt.lines())
                .containsExactly("line 97", "line 98", "line 99", "line 100"));
    }

    @Test
    void secretsAroundACauseAreHidden() throws IOException {
        String log = "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzQm4pLx8sTa\nerror: boom\n";
        assertThat(read(log, 2, "error: boom")).singleElement().satisfies(excerpt -> assertThat(
                        String.join("\n", excerpt.lines()))
                .contains("error: boom")
                .doesNotContain("wJalrXUtnFEMI"));
    }

    @Test
    void aLongRangeAndALongLineAreCut() throws IOException {
        String[] text = IntStream.range(0, 50).mapToObj(i -> "line " + (10 + i)).toArray(String[]::new);
        assertThat(read(LOG, 10, text)).singleElement().satisfies(excerpt -> {
            assertThat(excerpt.lines()).hasSize(18);
            assertThat(excerpt.causeLast()).isEqualTo(21);
        });
        assertThat(read("x".repeat(5000), 1, "x")).singleElement().satisfies(excerpt -> assertThat(excerpt.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(410).endsWith(" ...")));
    }

    @Test
    void withoutACauseNothingIsRead() throws IOException {
        assertThat(Excerpts.read(
                        () -> {
                            throw new IOException("The log must not be opened");
                        },
                        Reports.result("", false, "", Reports.secret(3, "***"))))
                .isEmpty();
    }

    private static List<Excerpt> read(String log, long line, String... cause) throws IOException {
        return Excerpts.read(
                () -> new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                Reports.result("test", false, "", cause(line, cause)));
    }
}
