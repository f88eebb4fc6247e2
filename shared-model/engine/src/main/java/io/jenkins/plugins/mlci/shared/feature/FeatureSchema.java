package io.jenkins.plugins.mlci.shared.feature;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ordered features that a model reads. Changing a feature's meaning, or adding, removing or moving one, makes a new
 * version; a model is only used with the very schema it was trained on.
 *
 * @param id what is described, for example {@code test-selection}
 * @param version 1 or more
 * @param features at least one, names unique
 */
public record FeatureSchema(String id, int version, List<Feature> features) {
    public FeatureSchema {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A feature schema needs an id.");
        }
        if (version < 1) {
            throw new IllegalArgumentException("The version of feature schema " + id + " must be 1 or more.");
        }
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("Feature schema " + id + " has no feature.");
        }
        Set<String> names = new HashSet<>();
        for (Feature feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException(
                        "Feature schema " + id + " names the feature " + feature.name() + " twice.");
            }
        }
    }

    /** The number of features. */
    public int size() {
        return features.size();
    }

    /** The position of the feature with this name, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether both describe the same numbers: same id, version and names in the same order. Wording may differ. */
    public boolean matches(FeatureSchema other) {
        return id.equals(other.id) && version == other.version && sameNames(other.features);
    }

    private boolean sameNames(List<Feature> others) {
        if (others.size() != features.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!others.get(i).name().equals(features.get(i).name())) {
                return false;
            }
        }
        return true;
    }
}
