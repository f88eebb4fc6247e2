package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import java.util.Locale;

/** Writes SVG: numbers with one decimal, text escaped, colours left to the classes of a style sheet. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param title what a screen reader says
     */
    Svg(int width, int height, String title) {
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

    Svg line(double x1, double y1, double x2, double y2, String style) {
        element("line", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
        text.append("/>");
        return this;
    }

    Svg circle(double x, double y, double radius, String style, String title) {
        element("circle", style, "cx", x, "cy", y, "r", radius);
        return end(title, "circle");
    }

    Svg bar(double x, double y, double width, double height, String style, String title) {
        element("rect", style, "x", x, "y", y, "width", width, "height", height);
        return end(title, "rect");
    }

    /** Lines through points x1, y1, x2, y2 and so on; {@code closed} joins the last with the first. */
    Svg path(double[] xy, boolean closed, String style, String title) {
        text.append("<path class=\"").append(style).append("\" d=\"");
        for (int i = 0; i + 1 < xy.length; i += 2) {
            text.append(i == 0 ? 'M' : 'L').append(number(xy[i])).append(' ').append(number(xy[i + 1]));
        }
        text.append(closed ? "Z\"" : "\"");
        return end(title, "path");
    }

    /** Text; {@code anchor} is start, middle or end. */
    Svg label(double x, double y, String anchor, String label) {
        return label(x, y, anchor, "mlci-chart__label", label);
    }

    Svg label(double x, double y, String anchor, String style, String label) {
        element("text", style, "x", x, "y", y);
        text.append(" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(escape(label))
                .append("</text>");
        return this;
    }

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
