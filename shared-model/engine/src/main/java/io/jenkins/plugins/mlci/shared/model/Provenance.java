package io.jenkins.plugins.mlci.shared.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where a model comes from.
 *
 * @param learner which learner made it
 * @param parameters the learner's parameters, as text
 * @param codeVersion version of the code that trained it
 * @param from first moment of the training window; null when the rows carry no time
 * @param to last moment of the training window; null when the rows carry no time
 * @param rows rows learned from
 * @param positives rows with a positive label
 * @param seed seed of all chance in the training
 * @param metrics measured on rows that were not learned from, by name
 * @param notes what a reader should know, for example that the time budget ended the training; empty when nothing
 */
public record Provenance(
        String learner,
        Map<String, String> parameters,
        String codeVersion,
        Instant from,
        Instant to,
        long rows,
        long positives,
        long seed,
        Map<String, Double> metrics,
        String notes) {
    public Provenance {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(codeVersion, "codeVersion");
        Objects.requireNonNull(notes, "notes");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        if (rows < 0 || positives < 0 || positives > rows) {
            throw new ModelFormatException(
                    "A model cannot have learned from " + rows + " rows with " + positives + " positives.");
        }
        for (Map.Entry<String, Double> metric : metrics.entrySet()) {
            if (!Double.isFinite(metric.getValue())) {
                throw new ModelFormatException("The metric " + metric.getKey() + " is not a finite number.");
            }
        }
    }

    /** The same with one more note. */
    public Provenance noting(String note) {
        String all = notes.isEmpty() ? note : notes + " " + note;
        return new Provenance(learner, parameters, codeVersion, from, to, rows, positives, seed, metrics, all);
    }

    /** The same with more metrics. */
    public Provenance withMetrics(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(metrics);
        all.putAll(more);
        return new Provenance(learner, parameters, codeVersion, from, to, rows, positives, seed, all, notes);
    }
}
