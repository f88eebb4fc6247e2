package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.logscan.line.TimeKind;
import java.util.Map;
import java.util.TreeMap;

/** How long lines and stages took, from the times of the lines. Only times of one kind are compared. */
final class TimeWatch {
    /** A jump of the clock is no duration. */
    private static final long LONGEST = 7L * 24 * 3_600_000;

    private final Map<String, Long> stages = new TreeMap<>();
    private TimeKind kind = TimeKind.NONE;
    private long start;
    private long before;
    private Seen seenBefore;
    private long lineBefore;
    private String stageBefore = "";

    /** Takes the next line. */
    void line(Line line, Seen seen) {
        if (line.timeKind() == TimeKind.NONE) {
            return;
        }
        if (line.timeKind() == kind) {
            long took = line.millis() - before;
            if (took >= 0 && took <= LONGEST) {
                seenBefore.use.gap(took, lineBefore);
                if (took > 0 && stages.size() < Baseline.MOST_STAGES || stages.containsKey(stageBefore)) {
                    stages.merge(stageBefore, took, Long::sum);
                }
            }
        } else if (kind != TimeKind.NONE && line.timeKind() != TimeKind.INSTANT) {
            // Lines of the tool itself carry other times than those of the CI server: the first kind counts.
            return;
        } else {
            kind = line.timeKind();
            start = line.millis();
        }
        before = line.millis();
        seenBefore = seen;
        lineBefore = line.number();
        stageBefore = line.stage();
    }

    /** How long each stage took. */
    Map<String, Long> stages() {
        return stages;
    }

    /** How long the whole log took; -1 where lines have no time. */
    long total() {
        return kind == TimeKind.NONE || before < start ? -1 : before - start;
    }
}
