package io.jenkins.plugins.mlci.shared.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trained models with their versions. Which state may follow which is the registry's business. */
public interface ModelTable {
    /**
     * Keeps a new version, with the next free number of its scope and kind.
     *
     * @param metrics how good it is, as JSON
     * @param model the portable model
     */
    StoredModel insert(String scope, String kind, String state, String metrics, byte[] model);

    /**
     * Sets the states of several versions of a scope and kind at once: all or none.
     *
     * @param states new state by version
     * @throws IllegalArgumentException when a version is unknown
     */
    void setStates(String scope, String kind, Map<Integer, String> states);

    /** Replaces the metrics of a version. Returns whether it is known. */
    boolean setMetrics(String scope, String kind, int version, String metrics);

    /** All scopes that have a model, sorted. */
    List<String> scopes();

    /** All versions of a scope, by kind and version. */
    List<StoredModel> list(String scope);

    /** The portable model of a version. */
    Optional<byte[]> read(String scope, String kind, int version);

    /** Forgets a version. Returns whether it was known. */
    boolean delete(String scope, String kind, int version);

    /** Forgets a scope. Returns how many versions it had. */
    int deleteScope(String scope);

    /**
     * Follows a scope whose job was renamed. Does nothing when it has no model.
     *
     * @throws IllegalArgumentException when the new scope has models already
     */
    void renameScope(String from, String to);
}
