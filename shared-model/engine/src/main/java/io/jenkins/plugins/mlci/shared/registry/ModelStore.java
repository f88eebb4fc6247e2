package io.jenkins.plugins.mlci.shared.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Keeps model versions and their content. Each call is atomic and durable when it returns. */
public interface ModelStore {
    /**
     * Adds a version in state {@link ModelState#OBSERVING} with the next number of its purpose and scope.
     *
     * @param json the model as written by {@code ModelJson}
     */
    ModelVersion insert(String purpose, Scope scope, Instant created, String reason, byte[] json) throws IOException;

    /** Puts a version into another state and returns it as it is then. */
    ModelVersion setState(ModelVersion version, ModelState state, Instant changed, String reason) throws IOException;

    /** All versions of a purpose and scope, rising by number; empty when there is none. */
    List<ModelVersion> list(String purpose, Scope scope) throws IOException;

    /** The content of a version. */
    byte[] read(ModelVersion version) throws IOException;

    /** Removes a version and its content; one that is gone already is no error. */
    void delete(ModelVersion version) throws IOException;
}
