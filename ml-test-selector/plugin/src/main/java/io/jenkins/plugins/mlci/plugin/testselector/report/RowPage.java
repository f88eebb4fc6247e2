package io.jenkins.plugins.mlci.plugin.testselector.report;

import java.util.List;

/**
 * Some rows of a selection.
 *
 * @param rows in the order that was asked for
 * @param matching how many rows match
 * @param total how many rows the selection has
 */
public record RowPage(List<Row> rows, int matching, int total) {
    /**
     * One row.
     *
     * @param index its position in the report, which names it in requests
     * @param test what was decided
     */
    public record Row(int index, TestRow test) {}

    public RowPage {
        rows = List.copyOf(rows);
    }
}
