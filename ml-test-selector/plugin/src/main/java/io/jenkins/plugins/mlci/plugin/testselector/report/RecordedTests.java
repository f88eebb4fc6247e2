package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code mlRecordTests} read in a build, kept until the build has ended and is recorded as a whole.
 *
 * @param format version of this record, 1
 * @param changes what changed; empty when that is not known
 * @param outcomes how the tests ended, each test at most once
 */
public record RecordedTests(int format, List<ChangeSet> changes, List<TestOutcome> outcomes) {
    /** The version that this code writes. */
    public static final int FORMAT = 1;

    /** The name of the file in the folder of the build. */
    public static final String FILE = "ml-test-results.json.gz";

    public RecordedTests {
        if (format != FORMAT) {
            throw new IllegalArgumentException("Results of format " + format + " cannot be read; known is " + FORMAT);
        }
        changes = List.copyOf(changes);
        outcomes = List.copyOf(outcomes);
    }

    /** Writes so that a reader sees the old or the new content, never half of it. */
    public void write(Path folder) throws IOException {
        PackedJson.write(this, folder.resolve(FILE));
    }

    /**
     * Reads what was kept.
     *
     * @throws IOException with a sentence when the file is missing, damaged or of another version
     */
    public static RecordedTests read(Path folder) throws IOException {
        return PackedJson.read(folder.resolve(FILE), RecordedTests.class);
    }
}
