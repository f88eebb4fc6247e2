package io.jenkins.plugins.mlci.plugin.shared.chart;

import java.util.Locale;

/**
 * Writes SVG: numbers with one decimal, text escaped, colours left to the classes of a style sheet. Lengths are in pixels from the upper
 * left corner; a style is one or more of those classes, a title what a mark says when it is pointed at.
 */
public final class Svg {
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param title what a screen reader says
     */
    public Svg(int width, int height, String title) {
        text.append("<svg class=\"mlci-chart\" role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" xmlns=\"http://www.w3.org/2000/svg\"><title>")
                .append(escape(title))
                .append("</title>");
    }

    /** A straight line. */
    public Svg line(double x1, double y1, double x2, double y2, String style) {
        element("line", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
        return end();
    }

    /** A circle around a point. */
    public Svg circle(double x, double y, double radius, String style, String title) {
        element("circle", style, "cx", x, "cy", y, "r", radius);
        return end(title, "circle");
    }

    /** A rectangle from its upper left corner. */
    public Svg bar(double x, double y, double width, double height, String style, String title) {
        element("rect", style, "x", x, "y", y, "width", width, "height", height);
        return end(title, "rect");
    }

    /** Lines through points x1, y1, x2, y2 and so on. */
    public Svg path(double[] xy, String style) {
        points(xy, false, style);
        return end();
    }

    /** Lines through points x1, y1, x2, y2 and so on; {@code closed} joins the last with the first. */
    public Svg path(double[] xy, boolean closed, String style, String title) {
        points(xy, closed, style);
        return end(title, "path");
    }

    /** Text; {@code anchor} is start, middle or end. */
    public Svg label(double x, double y, String anchor, String label) {
        element("text", "mlci-chart__label", "x", x, "y", y);
        text.append(" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(escape(label))
                .append("</text>");
        return this;
    }

    /** The picture; more can be drawn into it afterwards. */
    @Override
    public String toString() {
        return text + "</svg>";
    }

    private void element(String name, String style, Object... attributes) {
        text.append('<').append(name).append(" class=\"").append(style).append('"');
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(number((Double) attributes[i + 1]))
                    .append('"');
        }
    }

    private void points(double[] xy, boolean closed, String style) {
        text.append("<path class=\"").append(style).append("\" d=\"");
        for (int i = 0; i + 1 < xy.length; i += 2) {
            text.append(i == 0 ? 'M' : 'L').append(number(xy[i])).append(' ').append(number(xy[i + 1]));
        }
        text.append(closed ? "Z\"" : "\"");
    }

    private Svg end() {
        text.append("/>");
        return this;
    }

    private Svg end(String title, String name) {
        text.append("><title>")
                .append(escape(title))
                .append("</title></")
                .append(name)
                .append('>');
        return this;
    }

    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.1f", value);
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
