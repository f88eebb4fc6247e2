package io.jenkins.plugins.mlci.plugin.logscan.scan;

import io.jenkins.plugins.mlci.logscan.scan.Finding;

/** The sentences about good builds, said of one good build by its number. */
final class NeighbourWords {
    private NeighbourWords() {}

    static Finding of(Finding finding, long number) {
        return new Finding(
                finding.first(),
                finding.last(),
                finding.score(),
                finding.kind(),
                say(finding.reason(), "#" + number),
                finding.text());
    }

    static String say(String reason, String build) {
        return reason.replaceAll("None of the \\d+ good builds has", build + " does not have")
                .replace("The good build does not have", build + " does not have")
                .replace("no good build has any", build + " has none")
                .replace("no good build has more than", build + " has no more than")
                .replace("all good builds have it", build + " has it")
                .replace("in good builds", "in " + build);
    }
}
