package io.jenkins.plugins.mlci.logscan.baseline;

import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The baselines of all jobs in the shared history, as models of the kind {@value #KIND}. Of each job only the newest is kept. */
public final class BaselineStore {
    /** What the models are called in the history. */
    public static final String KIND = "log-baseline";

    private static final String STATE = "active";
    private static final Logger LOG = LoggerFactory.getLogger(BaselineStore.class);

    private final ModelTable models;

    /** @param models the models of a history */
    public BaselineStore(ModelTable models) {
        this.models = models;
    }

    /** The baseline of a job, by its full name; empty for a job without one. A baseline that cannot be used counts as none. */
    public Baseline read(String job) {
        Optional<StoredModel> newest = versions(job).stream().max(Comparator.comparingInt(StoredModel::version));
        Optional<byte[]> json = newest.flatMap(model -> models.read(job, KIND, model.version()));
        if (json.isEmpty()) {
            return Baseline.empty();
        }
        try {
            return BaselineJson.read(json.get());
        } catch (IOException e) {
            LOG.warn("{} The log scan of {} starts again without good builds.", e.getMessage(), job);
            return Baseline.empty();
        }
    }

    /** Keeps the baseline of a job in place of the one before. */
    public void write(String job, Baseline baseline) {
        List<StoredModel> before = versions(job);
        String metrics = "{\"builds\":" + baseline.builds() + ",\"wordings\":"
                + baseline.forms().size() + "}";
        models.insert(job, KIND, STATE, metrics, BaselineJson.write(baseline));
        before.forEach(old -> models.delete(job, KIND, old.version()));
    }

    private List<StoredModel> versions(String job) {
        return models.list(job).stream()
                .filter(model -> model.kind().equals(KIND))
                .toList();
    }
}
