package io.jenkins.plugins.mlci.testselector.runner;

import static io.jenkins.plugins.mlci.testselector.runner.Selections.id;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.ids;
import static io.jenkins.plugins.mlci.testselector.runner.Selections.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The raw output, the template and the archive. */
class OwnFormatsTest {
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path dir;

    @Test
    void rawKeepsEveryNameOnALineOfItsOwn() throws IOException {
        TestId odd = new TestId("chrome", "a\n\"b\u2028", "\ud800 \u00e9");
        RunnerOptions options = RunnerOptions.defaults()
                .withFileOf(test -> Optional.of("src/a.js"))
                .withDetailOf(test -> Optional.of(new TestDetail(test.equals(odd) ? 0.25 : Double.NaN, "Changed.")));

        RunnerOutput output = new RawRunner().write(Selections.of(List.of(odd), ids("B")), options, dir);

        List<String> lines = lines(output.includesFile());
        assertThat(lines).hasSize(1);
        JsonNode line = json.readTree(lines.get(0));
        assertThat(line.get("runner").asText()).isEqualTo("raw");
        assertThat(new TestId(
                        line.get("suite").asText(),
                        line.get("class").asText(),
                        line.get("name").asText()))
                .isEqualTo(odd);
        assertThat(line.get("file").asText()).isEqualTo("src/a.js");
        assertThat(line.get("score").asDouble()).isEqualTo(0.25);
        assertThat(line.get("reason").asText()).isEqualTo("Changed.");
        assertThat(json.readTree(lines(output.excludesFile()).get(0)).has("score"))
                .isFalse();
    }

    @Test
    void aBlankSeparatorMakesArguments() throws IOException {
        RunnerOutput output = TestRunner.template("--test %s", " ")
                .write(Selections.skipping("A", "B#it's; rm"), RunnerOptions.defaults(), dir);

        assertThat(output.args()).containsExactly("--test", "A", "--test", "B#it's; rm");
        assertThat(output.argsLine()).isEqualTo("--test A --test 'B#it'\\''s; rm'");
        assertThat(lines(output.excludesFile())).containsExactly("A", "B#it's; rm");
    }

    @Test
    void anotherSeparatorMakesOneArgument() throws IOException {
        RunnerOutput output = TestRunner.template("not(%s)", ",")
                .write(Selections.skipping("A", "B", "C,D"), RunnerOptions.defaults(), dir);

        assertThat(output.args()).containsExactly("not(A),not(B)");
        assertThat(output.notFiltered()).containsExactly(id("C,D"));
    }

    @Test
    void aTemplateThatHasNoPlaceForTheNameIsRefused() {
        assertThatThrownBy(() -> TestRunner.template("--test", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%s");
        assertThatThrownBy(() -> TestRunner.template("%s\n", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestRunner.template("%s", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("separator");
    }

    @Test
    void templatesKeepToTheLimit() throws IOException {
        String[] names = new String[100];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Test" + i;
        }
        RunnerOptions small = RunnerOptions.defaults().withMaxArgumentChars(200);
        TestRunner runner = TestRunner.template("-t %s", " ");

        RunnerOutput excluding = runner.write(Selections.skipping(names), small, dir);
        RunnerOutput including = runner.write(Selections.of(ids(names), List.of()), small.withForm(Form.INCLUDE), dir);

        assertThat(excluding.argsLine()).hasSizeLessThan(200);
        assertThat(excluding.notFiltered()).hasSizeGreaterThan(80);
        assertThat(including.commands()).hasSizeGreaterThan(5).allSatisfy(command -> assertThat(command.posix())
                .hasSizeLessThan(200));
    }

    @Test
    void theArchiveHoldsEveryDecision() throws IOException {
        Path file = dir.resolve("new/selection.json");
        SelectionJson.write(
                new SelectionJson.Selection(
                        "confidence: 0.95",
                        "7",
                        false,
                        "Enough history.",
                        List.of(new SelectionJson.Entry(
                                id("A#\"x\"\n"), 0.5, 1.25, List.of("Failed last time.", "New."))),
                        List.of(new SelectionJson.Entry(id("B"), Double.NaN, Double.NaN, List.of()))),
                file);

        JsonNode tree = json.readTree(Files.readString(file));
        assertThat(tree.get("format").asInt()).isEqualTo(1);
        assertThat(tree.get("policy").asText()).isEqualTo("confidence: 0.95");
        assertThat(tree.get("modelVersion").asText()).isEqualTo("7");
        assertThat(tree.get("all").asBoolean()).isFalse();
        JsonNode selected = tree.get("selected").get(0);
        assertThat(selected.get("name").asText()).isEqualTo("\"x\"\n");
        assertThat(selected.get("probability").asDouble()).isEqualTo(0.5);
        assertThat(selected.get("seconds").asDouble()).isEqualTo(1.25);
        assertThat(selected.get("reasons")).hasSize(2);
        assertThat(tree.get("skipped").get(0).get("probability").isNull()).isTrue();
    }

    @Test
    void theArchiveNeedsAFileName() {
        SelectionJson.Selection nothing = new SelectionJson.Selection("", "", true, "", List.of(), List.of());

        assertThatThrownBy(() -> SelectionJson.write(nothing, dir.getRoot()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file name");
    }

    @Test
    void aFileIsReplacedEvenBesideTheRemainsOfAKilledWriter() throws IOException {
        Path file = Files.writeString(dir.resolve("list.txt"), "old");
        Files.writeString(dir.resolve(".list.txt.0.part"), "half");

        AtomicFiles.write(file, "new\n");

        assertThat(file).hasContent("new\n");
        assertThat(dir.resolve(".list.txt.1.part")).doesNotExist();
    }
}
