package io.jenkins.plugins.mlci.plugin.deploygate.page;

import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/** Which page of a long list is asked for: {@code ?from=100&count=50}. What makes no sense counts as not said. */
record Query(int from, int count) {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** Of the request in hand. */
    static Query current() {
        return new Query(Math.max(0, number("from", 0)), Math.min(MOST, Math.max(1, number("count", USUAL))));
    }

    private static int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** A parameter of the request; empty when it has none. */
    static String text(String name) {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        String value = request == null ? null : request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    int previous() {
        return Math.max(0, from - count);
    }

    int next() {
        return from + count;
    }
}
