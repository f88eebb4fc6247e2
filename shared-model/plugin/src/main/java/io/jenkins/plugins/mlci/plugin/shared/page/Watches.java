package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.train.TrainingTask;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelWatch;
import io.jenkins.plugins.mlci.plugin.shared.watch.TroubleSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the plugins know about a model, put together. */
final class Watches {
    private static final Logger LOGGER = Logger.getLogger(Watches.class.getName());
    private static final DriftVerdict UNKNOWN = new DriftVerdict(DriftLevel.UNKNOWN, List.of());

    private Watches() {}

    static DriftVerdict verdict(JenkinsFacade jenkins, ModelKey key) {
        List<DriftVerdict> verdicts = jenkins.all(ModelWatch.class).stream()
                .filter(watch -> watch.purpose().equals(key.purpose()))
                .map(watch -> verdict(watch, key))
                .toList();
        return verdicts.isEmpty() ? UNKNOWN : DriftVerdict.worst(verdicts);
    }

    /** A watch that fails must not take the page with it. */
    private static DriftVerdict verdict(ModelWatch watch, ModelKey key) {
        try {
            return watch.verdict(key.scope()).orElse(UNKNOWN);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The watch over " + key.purpose() + " failed", e);
            return UNKNOWN;
        }
    }

    /** What the plugins say of predictions that no stored model stands for. */
    static List<String> troubles(JenkinsFacade jenkins, HistoryStore history) {
        return jenkins.all(TroubleSource.class).stream()
                .flatMap(source -> troubles(source, history).stream())
                .toList();
    }

    private static List<String> troubles(TroubleSource source, HistoryStore history) {
        try {
            return source.troubles(history);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The watch " + source.getClass().getName() + " failed", e);
            return List.of();
        }
    }

    /** What people call a purpose. */
    static String displayName(JenkinsFacade jenkins, String purpose) {
        return jenkins.all(TrainingTask.class).stream()
                .filter(task -> task.purpose().equals(purpose))
                .map(TrainingTask::displayName)
                .findFirst()
                .orElse(purpose);
    }
}
