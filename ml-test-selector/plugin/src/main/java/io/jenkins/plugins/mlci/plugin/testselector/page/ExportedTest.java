package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One test of a selection in {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class ExportedTest {
    private final TestRow row;

    ExportedTest(TestRow row) {
        this.row = row;
    }

    /** What tells equally named tests apart; usually empty. */
    @Exported
    public String getSuite() {
        return row.suite();
    }

    /** The class, file or package. */
    @Exported
    public String getClassName() {
        return row.className();
    }

    /** The test's own name; empty for the class as a whole. */
    @Exported
    public String getMethod() {
        return row.method();
    }

    /** Whether the policy wants it to run. */
    @Exported
    public boolean isSelected() {
        return row.selected();
    }

    /** The probability that it fails. */
    @Exported
    public double getProbability() {
        return row.probability();
    }

    /** Its expected duration in seconds; missing when unknown. */
    @Exported
    public Double getSeconds() {
        return Double.isFinite(row.seconds()) ? row.seconds() : null;
    }

    /** Why, the strongest reason first. */
    @Exported
    public List<String> getReasons() {
        return row.reasons();
    }

    /** How it ended; missing while unknown. */
    @Exported
    public String getOutcome() {
        return row.outcome() == null ? null : row.outcome().name().toLowerCase(Locale.ROOT);
    }
}
