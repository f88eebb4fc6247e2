package io.jenkins.plugins.mlci.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table of plain text: the first column to the left, numbers to the right. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    /** @param titles the heads of the columns */
    public TextTable(String... titles) {
        widths = new int[titles.length];
        row((Object[]) titles);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are titles
     */
    public void row(Object... cells) {
        if (cells.length != widths.length) {
            throw new IllegalArgumentException(
                    "The table has " + widths.length + " columns and the row has " + cells.length + " cells");
        }
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = Printable.cell(String.valueOf(cells[i]));
            widths[i] = Math.max(widths[i], row[i].length());
        }
        rows.add(row);
    }

    /** Prints line by line. */
    public void print(Consumer<String> lines) {
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String padding = " ".repeat(widths[i] - row[i].length());
                boolean toTheRight = i > 0 && isNumberColumn(i);
                line.append(i == 0 ? "" : GAP).append(toTheRight ? padding + row[i] : row[i] + padding);
            }
            lines.accept(line.toString().stripTrailing());
        }
    }

    private boolean isNumberColumn(int column) {
        return rows.stream().skip(1).allMatch(row -> row[column].matches("([-+]?[0-9.,]+( ?[%a-zA-Z]{1,3})?|NaN|-)?"));
    }
}
