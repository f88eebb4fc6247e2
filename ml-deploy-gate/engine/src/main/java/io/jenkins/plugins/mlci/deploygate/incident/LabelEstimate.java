package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.List;

/**
 * Which label an incident seems to have.
 *
 * @param label the likeliest by the model's own weighing of labels
 * @param probability of that label, [0, 1]
 * @param others the other labels with their probability, the likeliest first
 * @param words what speaks most for the label, the strongest first; a word that begins with {@code @} is something known
 *     beside the text
 */
public record LabelEstimate(String label, double probability, List<Other> others, List<String> words) {
    public LabelEstimate {
        others = List.copyOf(others);
        words = List.copyOf(words);
    }

    /** Another label. */
    public record Other(String label, double probability) {}

    /** Whether it is more likely than all others together. */
    public boolean isSure() {
        return probability > 0.5;
    }
}
