package io.jenkins.plugins.mlci.logscan.baseline;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one log showed, as a baseline learns it.
 *
 * @param uses the wordings
 * @param lines how many lines there were
 * @param stages the names of the stages; those of the baseline first, in its order
 * @param stageMillis how long each stage took, where lines have times
 * @param millis how long the build took; -1 if unknown
 */
public record BuildProfile(
        Collection<FormUse> uses, long lines, List<String> stages, Map<String, Long> stageMillis, long millis) {
    public BuildProfile {
        uses = List.copyOf(uses);
        stages = List.copyOf(stages);
        stageMillis = Collections.unmodifiableMap(new TreeMap<>(stageMillis));
    }
}
