package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import java.util.List;

/**
 * What changed against the last good build before.
 *
 * @param number of the good build
 * @param differences in the order of the lines
 */
public record Neighbour(long number, List<Finding> differences) {
    public Neighbour {
        differences = List.copyOf(differences);
    }
}
