package io.jenkins.plugins.mlci.deploygate.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises by itself that an earlier version was put back: what is deployed was in the environment before, and what is
 * there now came there for the first time after it.
 */
public final class RollbackDetector {
    private RollbackDetector() {}

    /** A deployment that is there, and what it brought. */
    public record Step(String id, String version) {}

    /**
     * Which deployments a new one takes back.
     *
     * @param earlier what was deployed into the environment by this job and did get there, oldest first
     * @param version what is deployed now; the empty string is never a rollback
     * @return the deployments of newer versions since the version was last there, oldest first; empty when it is no rollback
     */
    public static List<Step> takenBack(List<Step> earlier, String version) {
        if (version.isEmpty() || earlier.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> first = new HashMap<>();
        Optional<Integer> last = Optional.empty();
        for (int i = 0; i < earlier.size(); i++) {
            first.putIfAbsent(earlier.get(i).version(), i);
            if (earlier.get(i).version().equals(version)) {
                last = Optional.of(i);
            }
        }
        String current = earlier.get(earlier.size() - 1).version();
        if (last.isEmpty() || current.isEmpty() || current.equals(version) || first.get(current) < first.get(version)) {
            return List.of();
        }
        int born = first.get(version);
        return earlier.subList(last.get() + 1, earlier.size()).stream()
                .filter(step -> !step.version().isEmpty()
                        && !step.version().equals(version)
                        && first.get(step.version()) > born)
                .toList();
    }
}
