package io.jenkins.plugins.mlci.deploygate.change;

import java.util.List;
import java.util.Objects;

/**
 * What is written about a change. Only counts, hashed words and rates of it enter a model.
 *
 * @param title first line of the merge or of the newest commit, secrets masked; empty when unknown
 * @param bodyLength characters after the first line, -1 when unknown
 * @param labels words that say what kind of change it is, for example {@code pull-request} or {@code bot}
 */
public record ChangeText(String title, int bodyLength, List<String> labels) {
    /** Longest title that is kept; what follows is cut off. */
    public static final int MAX_TITLE = 500;

    /** Nothing is known. */
    public static final ChangeText UNKNOWN = new ChangeText("", -1, List.of());

    public ChangeText {
        Objects.requireNonNull(title, "title");
        title = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
        labels = List.copyOf(labels);
        if (bodyLength < -1) {
            throw new IllegalArgumentException("The length of a text is 0 or more, or -1 when unknown.");
        }
    }
}
