package io.jenkins.plugins.mlci.plugin.testselector.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowQueryTest {
    private final List<TestRow> rows = Reports.rows();

    @Test
    void withoutParametersTheMostLikelyFailureComesFirst() {
        RowPage page = query("", "", "", "", "", "").apply(rows);
        assertThat(names(page)).containsExactly("Order", "Price", "Stock", "Mail");
        assertThat(page.matching()).isEqualTo(4);
        assertThat(page.rows().get(3).index()).isEqualTo(3);
    }

    @Test
    void givesPages() {
        RowPage page = query("1", "2", "", "", "", "").apply(rows);
        assertThat(names(page)).containsExactly("Price", "Stock");
        assertThat(page.matching()).isEqualTo(4);
    }

    @Test
    void sortsBothWaysAndKeepsTheOrderOfEquals() {
        assertThat(names(query("", "", "test", "asc", "", "").apply(rows)))
                .containsExactly("Mail", "Order", "Price", "Stock");
        assertThat(names(query("", "", "seconds", "desc", "", "").apply(rows)))
                .containsExactly("Order", "Price", "Stock", "Mail");
        assertThat(names(query("", "", "probability", "asc", "", "").apply(rows)))
                .containsExactly("Mail", "Stock", "Price", "Order");
        assertThat(names(query("", "", "decision", "asc", "", "").apply(rows)))
                .containsExactly("Stock", "Mail", "Order", "Price");
    }

    @Test
    void filters() {
        assertThat(names(query("", "", "", "", "selected", "").apply(rows))).containsExactly("Order", "Price");
        assertThat(names(query("", "", "", "", "SKIPPED", "").apply(rows))).containsExactly("Stock", "Mail");
        assertThat(names(query("", "", "", "", "always", "").apply(rows))).containsExactly("Order");
    }

    @Test
    void filtersByHowTestsEnded() {
        List<TestRow> ended = new ArrayList<>(rows);
        ended.set(0, ended.get(0).ended(Outcome.FAILED));
        ended.set(2, ended.get(2).ended(Outcome.ERROR));
        assertThat(names(query("", "", "", "", "failed", "").apply(ended))).containsExactly("Order", "Stock");
        assertThat(names(query("", "", "", "", "missed", "").apply(ended))).containsExactly("Stock");
        assertThat(names(query("", "", "outcome", "desc", "", "").apply(ended)).subList(0, 2))
                .containsExactly("Order", "Stock");
    }

    @Test
    void searchesNamesAndReasonsInAnyCase() {
        assertThat(names(query("", "", "", "", "", "ORDER").apply(rows))).containsExactly("Order");
        assertThat(names(query("", "", "", "", "", "builds ago").apply(rows))).containsExactly("Price");
        assertThat(query("", "", "", "", "", "<script>").apply(rows).matching()).isZero();
    }

    @Test
    void aSearchIsNoPattern() {
        assertThat(query("", "", "", "", "", ".*").apply(rows).matching()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> query("-1", "", "", "", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query("", "100000", "", "", "", "")).hasMessageContaining("1000");
        assertThatThrownBy(() -> query("", "many", "", "", "", "")).hasMessageContaining("whole number");
        assertThatThrownBy(() -> query("", "", "colour", "", "", "")).hasMessageContaining("probability");
        assertThatThrownBy(() -> query("", "", "", "", "blue", "")).hasMessageContaining("missed");
    }

    @Test
    void aHundredThousandRowsAreOrderedInOneGo() {
        List<TestRow> many = IntStream.range(0, 100_000)
                .mapToObj(i -> Reports.row("T" + i, i % 3 == 0, (i * 7919 % 100_003) / 100_003.0, "r"))
                .toList();
        RowPage page = query("99950", "50", "", "", "", "").apply(many);
        assertThat(page.rows()).hasSize(50);
        assertThat(page.rows().get(49).test().probability()).isZero();
    }

    private static RowQuery query(String start, String count, String sort, String order, String filter, String text) {
        return RowQuery.parse(start, count, sort, order, filter, text);
    }

    private static List<String> names(RowPage page) {
        return page.rows().stream()
                .map(row -> row.test().className().replaceAll("com\\.acme\\.(.*)Test", "$1"))
                .toList();
    }
}
