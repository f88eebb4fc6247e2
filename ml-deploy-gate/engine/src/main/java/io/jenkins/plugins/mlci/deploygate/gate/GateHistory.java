package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.delivery.PredictionDrift;
import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * How often the gate was right.
     *
     * @param said what it said
     * @param failed how each deployment went, by id; one that is not there is unknown
     */
    static TrackRecord trackRecord(List<AssessmentJson.Kept> said, Map<String, Boolean> failed, Verdict from) {
        return TrackRecord.of(
                said.stream()
                        .map(each -> new TrackRecord.Judged(each.verdict(), failed.get(each.deployment())))
                        .toList(),
                from);
    }

    /**
     * Whether its predictions still come true.
     *
     * @param said what it said, newest first
     * @param failed how each deployment went, by id
     */
    static PredictionDrift drift(List<AssessmentJson.Kept> said, Map<String, Boolean> failed) {
        List<PredictionDrift.Prediction> predictions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (AssessmentJson.Kept each : said) {
            Boolean outcome = failed.get(each.deployment());
            if (outcome != null && !Double.isNaN(each.probability()) && seen.add(each.deployment())) {
                predictions.add(new PredictionDrift.Prediction(each.probability(), outcome));
            }
        }
        return PredictionDrift.of(predictions);
    }

    /** What was said of a job's deployments, newest first. */
    static List<AssessmentJson.Kept> kept(HistoryStore store, String job, int most) {
        return store.decisions().newest(job, AssessmentJson.KIND, most).stream()
                .map((Decision decision) -> AssessmentJson.read(decision))
                .flatMap(Optional::stream)
                .toList();
    }
}
