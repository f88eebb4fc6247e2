package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import io.jenkins.plugins.mlci.deploygate.policy.FreezeText;
import io.jenkins.plugins.mlci.deploygate.policy.FreezeWindow;
import java.util.List;

/** Freeze windows, one a line. Empty lines, and lines that begin with {@code #}, mean nothing. */
public final class Freezes {
    private Freezes() {}

    /**
     * The windows.
     *
     * @throws IllegalArgumentException with a sentence and an example when a line is none
     */
    public static List<FreezeWindow> parse(String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(FreezeText::parse)
                        .toList();
    }
}
