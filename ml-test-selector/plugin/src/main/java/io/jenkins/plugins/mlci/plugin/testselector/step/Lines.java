package io.jenkins.plugins.mlci.plugin.testselector.step;

import java.util.ArrayList;
import java.util.List;

/** Lists that a pipeline gives as a list and a form as lines. */
final class Lines {
    private Lines() {}

    static List<String> split(List<String> values) {
        List<String> lines = new ArrayList<>();
        if (values != null) {
            values.stream()
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
        }
        return lines;
    }

    static String join(List<String> lines) {
        return String.join("\n", lines);
    }
}
