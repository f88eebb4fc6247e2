package io.jenkins.plugins.mlci.plugin.shared.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said about a model.
 *
 * @param rows how many rows or builds it learned from; 0 when unknown
 * @param quality how good it is beside what it is compared with, in a few words; empty when nobody measured
 * @param facts the lines of its card, by name, in their order
 */
public record ModelDescription(long rows, String quality, Map<String, String> facts) {
    /** Nothing is known. */
    public static final ModelDescription UNKNOWN = new ModelDescription(0, "", Map.of());

    public ModelDescription {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
