package io.jenkins.plugins.mlci.plugin.testselector.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which rows of a selection to show.
 *
 * @param start how many matching rows to leave out, at least 0
 * @param count how many rows to give, 1 to 1,000
 * @param sort the column
 * @param descending whether the largest comes first
 * @param filter which tests
 * @param text a part of the test's name or of a reason, in any case; empty for all
 */
public record RowQuery(int start, int count, Column sort, boolean descending, Filter filter, String text) {
    private static final int MOST_ROWS = 1000;

    /** A column that rows can be ordered by. */
    public enum Column {
        TEST,
        PROBABILITY,
        SECONDS,
        DECISION,
        REASON,
        OUTCOME
    }

    /** Which tests to show. */
    public enum Filter {
        ALL,
        SELECTED,
        SKIPPED,
        /** Selected whatever their probability: new, changed, failed last time, named by a pattern. */
        ALWAYS,
        FAILED,
        MISSED
    }

    public RowQuery {
        if (start < 0 || count < 1 || count > MOST_ROWS) {
            throw new IllegalArgumentException("Ask for 1 to " + MOST_ROWS + " rows from row 0 on");
        }
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the parameters of a request; what is missing or empty has its default.
     *
     * @throws IllegalArgumentException with a sentence when one makes no sense
     */
    public static RowQuery parse(String start, String count, String sort, String order, String filter, String text) {
        return new RowQuery(
                number("start", start, 0),
                number("count", count, 50),
                constant(Column.class, "sort", sort, Column.PROBABILITY),
                order == null || order.isEmpty() || !order.equalsIgnoreCase("asc"),
                constant(Filter.class, "filter", filter, Filter.ALL),
                text == null ? "" : text);
    }

    private static int number(String name, String text, int missing) {
        try {
            return text == null || text.isEmpty() ? missing : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is a whole number", e);
        }
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String name, String text, T missing) {
        if (text == null || text.isEmpty()) {
            return missing;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.strip())) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" is one of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** The rows that match, in order, and how many match in all. Rows are named by their index in {@code tests}. */
    public RowPage apply(List<TestRow> tests) {
        Comparator<Integer> order = Comparator.comparing(tests::get, comparator());
        if (descending) {
            order = order.reversed();
        }
        // The report's own order, by probability, decides between equals.
        List<Integer> matching = IntStream.range(0, tests.size())
                .filter(index -> matches(tests.get(index)))
                .boxed()
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .toList();
        List<RowPage.Row> rows = matching.stream()
                .skip(start)
                .limit(count)
                .map(index -> new RowPage.Row(index, tests.get(index)))
                .toList();
        return new RowPage(rows, matching.size(), tests.size());
    }

    private Comparator<TestRow> comparator() {
        return switch (sort) {
            case TEST -> Comparator.comparing(TestRow::test);
            case PROBABILITY -> Comparator.comparingDouble(TestRow::probability);
            case SECONDS -> Comparator.comparingDouble(RowQuery::known);
            case DECISION -> Comparator.comparing(TestRow::selected);
            case REASON -> Comparator.comparing(TestRow::reason);
            case OUTCOME -> Comparator.comparingInt(row -> row.failed() ? 2 : row.outcome() == null ? 0 : 1);
        };
    }

    private static double known(TestRow row) {
        return Double.isFinite(row.seconds()) ? row.seconds() : -1;
    }

    private boolean matches(TestRow row) {
        boolean kind =
                switch (filter) {
                    case ALL -> true;
                    case SELECTED -> row.selected();
                    case SKIPPED -> !row.selected();
                    case ALWAYS -> row.selected() && alwaysRuns(row.reason());
                    case FAILED -> row.failed();
                    case MISSED -> row.missed();
                };
        return kind && (text.isEmpty() || mentions(row));
    }

    /** The engine puts why a test is never left out before all other reasons. */
    private static boolean alwaysRuns(String reason) {
        return reason.startsWith("new:")
                || reason.equals("it failed when it last ran")
                || reason.equals("its own file is changed")
                || reason.startsWith("it must always run");
    }

    private boolean mentions(TestRow row) {
        return row.test().toString().toLowerCase(Locale.ROOT).contains(text)
                || row.reasons().stream()
                        .anyMatch(reason -> reason.toLowerCase(Locale.ROOT).contains(text));
    }
}
