package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        TextTable table = new TextTable("name", "count", "state");
        table.row("a", 5, "on");
        table.row("longer", 1_234, "");
        List<String> lines = new ArrayList<>();
        table.print(lines::add);
        assertThat(lines).containsExactly("name    count  state", "a           5  on", "longer   1234");
    }

    @Test
    void namesCannotCommandTheTerminal() {
        TextTable table = new TextTable("name");
        table.row("a\u001B[2J\nb");
        List<String> lines = new ArrayList<>();
        table.print(lines::add);
        assertThat(lines).containsExactly("name", "a?[2J?b");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new TextTable("a", "b").row("x")).hasMessageContaining("2 columns");
    }
}
