package io.jenkins.plugins.mlci.deploygate.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what of a recording cannot be used, by why, with the first line of each, so that nothing vanishes without a word. */
final class LeftOut {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Long> first = new LinkedHashMap<>();

    /**
     * Counts one.
     *
     * @param why goes on with "in which", for example {@code there is no time}
     * @param line number of the line, from 1
     */
    void add(String why, long line) {
        counts.merge(why, 1, Integer::sum);
        first.putIfAbsent(why, line);
    }

    /**
     * A sentence for each reason.
     *
     * @param name of the recording
     * @param rows all that were read, good or not
     */
    List<String> sentences(String name, long rows) {
        List<String> sentences = new ArrayList<>();
        counts.forEach((why, count) -> sentences.add(String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows left out, in which %s (first in line %d).",
                name,
                count,
                rows,
                why,
                first.get(why))));
        return sentences;
    }
}
