package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gate decided before. */
public final class GateHistory {
    private GateHistory() {}

    /**
     * The risk that each deployment of a job was given, by deployment.
     *
     * @param most how many decisions are read at most
     */
    public static Map<String, Double> predicted(HistoryStore store, String job, int most) {
        Map<String, Double> predicted = new HashMap<>();
        for (AssessmentJson.Kept kept : kept(store, job, most)) {
            predicted.putIfAbsent(kept.deployment(), kept.probability());
        }
        return predicted;
    }

    /**
     * What was said of each deployment of a job, by deployment; the newest where it was asked twice.
     *
     * @param most how many decisions are read at most
     */
    public static Map<String, AssessmentJson.Kept> said(HistoryStore store, String job, int most) {
        Map<String, AssessmentJson.Kept> said = new HashMap<>();
        for (AssessmentJson.Kept kept : kept(store, job, most)) {
            said.putIfAbsent(kept.deployment(), kept);
        }
        return said;
    }

    /**
     * How often the gate was right for a job.
     *
     * @param failed how each deployment went, by id; one that is not there is unknown
     */
    public static TrackRecord trackRecord(
            HistoryStore store, String job, Map<String, Boolean> failed, Verdict from, int most) {
        List<TrackRecord.Judged> judged = new ArrayList<>();
        for (AssessmentJson.Kept kept : kept(store, job, most)) {
            judged.add(new TrackRecord.Judged(kept.verdict(), failed.get(kept.deployment())));
        }
        return TrackRecord.of(judged, from);
    }

    private static List<AssessmentJson.Kept> kept(HistoryStore store, String job, int most) {
        return store.decisions().newest(job, AssessmentJson.KIND, most).stream()
                .map((Decision decision) -> AssessmentJson.read(decision))
                .flatMap(Optional::stream)
                .toList();
    }
}
