package io.jenkins.plugins.mlci.shared.csv;

import java.util.List;

/** Splits rows into cells. */
final class CsvCells {
    private CsvCells() {}

    /**
     * Splits a row. A quote counts only where a cell begins with it, so that {@code 5" disk} is itself.
     *
     * @param cells gets the cells
     * @return false when the row ends within quotes
     */
    static boolean split(String row, List<String> cells) {
        cells.clear();
        return row.indexOf('"') < 0 ? unquoted(row, cells) : quoted(row, cells);
    }

    /** The usual row of a table of millions. */
    private static boolean unquoted(String row, List<String> cells) {
        int start = 0;
        for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', start)) {
            cells.add(row.substring(start, comma));
            start = comma + 1;
        }
        cells.add(row.substring(start));
        return true;
    }

    private static boolean quoted(String row, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted) {
                boolean escaped = i + 1 < row.length() && row.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && begins) {
                quoted = true;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
            begins = !quoted && (c == ',' || begins && c == ' ');
        }
        cells.add(cell.toString());
        return !quoted;
    }
}
