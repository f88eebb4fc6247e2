package io.jenkins.plugins.mlci.plugin.logscan.trend;

import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws {@link Weeks}: a bar a week, its height the number of failed builds, a piece for each of the most frequent categories. */
public final class WeekChart {
    /** So many categories have a piece of their own; the rest is one piece. */
    static final int SHOWN = 5;

    private static final int WIDTH = 460;
    private static final int HEIGHT = 150;
    private static final int LEFT = 34;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;

    private final Weeks weeks;
    private final int top;

    /** A picture of these weeks. */
    public WeekChart(Weeks weeks) {
        this.weeks = weeks;
        this.top = Math.max(
                1, weeks.weeks().stream().mapToInt(Weeks.Week::total).max().orElse(1));
    }

    /** The size, for {@code viewBox}. */
    public String getBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** The number at the top of the axis. */
    public int getMost() {
        return top;
    }

    /** Where the axis of the weeks is. */
    public int getBase() {
        return HEIGHT - BOTTOM;
    }

    /** The first and the last week, as dates. */
    public List<String> getEnds() {
        List<Weeks.Week> all = weeks.weeks();
        return List.of(
                all.get(0).monday().toString(), all.get(all.size() - 1).monday().toString());
    }

    /** What a screen reader says. */
    public String getTitle() {
        return Wording.count(weeks.total(), "failed build") + " in "
                + Wording.count(weeks.weeks().size(), "week") + ", by category; the table has the numbers.";
    }

    /** The pieces, from the bottom up, week after week. */
    public List<Piece> getPieces() {
        List<Piece> pieces = new ArrayList<>();
        double slot = (double) (WIDTH - LEFT - 4) / Math.max(1, weeks.weeks().size());
        double unit = (double) (HEIGHT - TOP - BOTTOM) / top;
        double x = LEFT;
        for (Weeks.Week week : weeks.weeks()) {
            double y = getBase();
            for (Map.Entry<String, Integer> part : parts(week).entrySet()) {
                y -= part.getValue() * unit;
                pieces.add(new Piece(
                        number(x + slot * 0.15),
                        number(y),
                        number(slot * 0.7),
                        number(part.getValue() * unit),
                        style(part.getKey()),
                        "Week of " + week.monday() + ": " + name(part.getKey()) + ", "
                                + Wording.count(part.getValue(), "build")));
            }
            x += slot;
        }
        return pieces;
    }

    /** What the colours mean. */
    public List<Key> getKeys() {
        List<Key> keys = new ArrayList<>();
        weeks.categories().stream().limit(SHOWN).forEach(each -> keys.add(new Key(style(each), name(each))));
        if (weeks.categories().size() > SHOWN) {
            keys.add(new Key(style(""), name("")));
        }
        return keys;
    }

    private Map<String, Integer> parts(Weeks.Week week) {
        Map<String, Integer> parts = new java.util.LinkedHashMap<>();
        int rest = week.total();
        for (String category :
                weeks.categories().subList(0, Math.min(SHOWN, weeks.categories().size()))) {
            int count = week.counts().getOrDefault(category, 0);
            if (count > 0) {
                parts.put(category, count);
                rest -= count;
            }
        }
        if (rest > 0) {
            parts.put("", rest);
        }
        return parts;
    }

    private String style(String category) {
        return "mlci-week--"
                + (category.isEmpty() ? "other" : weeks.categories().indexOf(category) + 1);
    }

    private static String name(String category) {
        return category.isEmpty() ? "Other" : Wording.category(category);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A piece of a bar. */
    public record Piece(String x, String y, String width, String height, String style, String title) {
        public String getX() {
            return x;
        }

        public String getY() {
            return y;
        }

        public String getWidth() {
            return width;
        }

        public String getHeight() {
            return height;
        }

        public String getStyle() {
            return style;
        }

        public String getTitle() {
            return title;
        }
    }

    /** A colour and what it means. */
    public record Key(String style, String name) {
        public String getStyle() {
            return style;
        }

        public String getName() {
            return name;
        }
    }
}
