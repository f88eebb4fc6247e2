package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.shared.registry.ModelVersion;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One version of a model. */
@ExportedBean(defaultVisibility = 3)
public final class VersionRow {
    private final ModelVersion version;

    VersionRow(ModelVersion version) {
        this.version = version;
    }

    @Exported
    public long getNumber() {
        return version.number();
    }

    @Exported
    public String getState() {
        return version.state().name();
    }

    /** For people. */
    public String getStateLabel() {
        return Words.state(version.state());
    }

    @Exported
    public String getCreated() {
        return version.created().toString();
    }

    @Exported
    public String getChanged() {
        return version.changed().toString();
    }

    @Exported
    public String getReason() {
        return version.reason();
    }
}
