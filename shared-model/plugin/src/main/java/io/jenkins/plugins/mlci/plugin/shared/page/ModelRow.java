package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.watch.ModelDescription;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the table of models says about one of them. */
@ExportedBean(defaultVisibility = 3)
public final class ModelRow {
    private final ModelKey key;
    private final ModelState state;
    private final List<ModelVersion> versions;
    private final ModelDescription description;
    private final DriftVerdict drift;
    private final int bytes;
    private final String problem;
    private final Instant now;

    private ModelRow(
            ModelKey key,
            ModelState state,
            List<ModelVersion> versions,
            ModelDescription description,
            DriftVerdict drift,
            int bytes,
            String problem,
            Instant now) {
        this.key = key;
        this.state = state;
        this.versions = versions;
        this.description = description;
        this.drift = drift;
        this.bytes = bytes;
        this.problem = problem;
        this.now = now;
    }

    static ModelRow read(ModelKey key, ModelRegistry registry, JenkinsFacade jenkins) throws IOException {
        List<ModelVersion> versions = registry.list(key.purpose(), key.scope());
        Optional<ModelVersion> shown = shown(versions);
        ModelDescription description = ModelDescription.UNKNOWN;
        int bytes = 0;
        String problem = "";
        if (shown.isPresent()) {
            byte[] content = registry.content(shown.get());
            bytes = content.length;
            try {
                description = Descriptions.of(jenkins, key.purpose(), content);
            } catch (ModelFormatException e) {
                problem = e.getMessage();
            }
        }
        return new ModelRow(
                key,
                registry.state(key.purpose(), key.scope()),
                versions,
                description,
                Watches.verdict(jenkins, key),
                bytes,
                problem,
                jenkins.clock().instant());
    }

    /** The version that people mean: the one in force, or the newest. */
    static Optional<ModelVersion> shown(List<ModelVersion> versions) {
        return versions.stream()
                .filter(version -> version.state() == ModelState.ACTIVE)
                .max(Comparator.comparing(ModelVersion::changed))
                .or(() -> versions.stream().max(Comparator.comparing(ModelVersion::number)));
    }

    @Exported
    public String getId() {
        return key.token();
    }

    @Exported
    public String getPurpose() {
        return key.purpose();
    }

    @Exported
    public String getScope() {
        return key.scope().describe();
    }

    @Exported
    public String getState() {
        return state.name();
    }

    /** For people. */
    public String getStateLabel() {
        return Words.state(state);
    }

    @Exported
    public long getVersion() {
        return shown(versions).map(ModelVersion::number).orElse(0L);
    }

    @Exported
    public int getVersions() {
        return versions.size();
    }

    /** Rows that it learned from; 0 when unknown. */
    @Exported
    public long getRows() {
        return description.rows();
    }

    /** When it was trained, as ISO text; empty when there is none. */
    @Exported
    public String getTrained() {
        return shown(versions).map(version -> version.created().toString()).orElse("");
    }

    /** How long ago it was trained, for people. */
    public String getAge() {
        return shown(versions).map(version -> Words.ago(version.created(), now)).orElse("");
    }

    /** How good it is, beside what it is compared with; empty when nobody measured. */
    @Exported
    public String getQuality() {
        return description.quality();
    }

    @Exported
    public String getDrift() {
        return drift.level().name();
    }

    /** For people. */
    public String getDriftLabel() {
        return Words.drift(drift.level());
    }

    /** Whether somebody should look at it. */
    public boolean isDrifted() {
        return drift.level() == DriftLevel.BROKEN || drift.level() == DriftLevel.MOVED;
    }

    @Exported
    public List<String> getDriftReasons() {
        return drift.reasons();
    }

    /** Size of the model in bytes. */
    @Exported
    public int getBytes() {
        return bytes;
    }

    /** For people. */
    public String getSize() {
        return Words.size(bytes);
    }

    /** Why the model cannot be used; empty when it can. */
    @Exported
    public String getProblem() {
        return problem;
    }

    ModelDescription description() {
        return description;
    }

    List<ModelVersion> versions() {
        return versions;
    }
}
