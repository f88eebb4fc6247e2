package io.jenkins.plugins.mlci.shared.feature;

import java.util.Objects;

/**
 * One number that a model looks at.
 *
 * @param name its key in a schema, for example {@code minutes_since_last_failure}
 * @param unit what one step of it is, for example {@code minutes}, {@code share} or {@code count}
 * @param meaning a sentence that a developer understands
 * @param clipped whether outliers are cut off at quantiles seen in training before a linear model reads it; trees look
 *     at the order of values only and need no clipping
 */
public record Feature(String name, String unit, String meaning, boolean clipped) {
    public Feature {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(meaning, "meaning");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A feature needs a name.");
        }
    }

    /** A feature whose outliers are clipped. */
    public static Feature of(String name, String unit, String meaning) {
        return new Feature(name, unit, meaning, true);
    }
}
