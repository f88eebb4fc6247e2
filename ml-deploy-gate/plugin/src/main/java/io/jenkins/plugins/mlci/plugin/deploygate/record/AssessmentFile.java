package io.jenkins.plugins.mlci.plugin.deploygate.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.plugin.shared.build.PackedJson;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps the assessment of one gate in the folder of its build, so that the build itself stays small. */
final class AssessmentFile {
    private static final long MAX_BYTES = 2_000_000;

    private AssessmentFile() {}

    private static Path path(Path build, String id) {
        return build.resolve("ml-deploy-gate-" + id + ".json.gz");
    }

    /** Writes so that a reader sees the old or the new content, never half of it. */
    static void write(Path build, String id, ObjectNode assessment) throws IOException {
        PackedJson.write(assessment, path(build, id));
    }

    /**
     * The assessment.
     *
     * @throws IOException with a sentence when the file is gone, damaged or too large to be an assessment
     */
    static ObjectNode read(Path build, String id) throws IOException {
        return PackedJson.read(path(build, id), ObjectNode.class, MAX_BYTES);
    }
}
