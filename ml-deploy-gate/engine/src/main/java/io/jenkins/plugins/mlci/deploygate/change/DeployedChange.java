package io.jenkins.plugins.mlci.deploygate.change;

import java.util.List;
import java.util.Objects;

/**
 * All that changes with a deployment: what differs from the last good deployment into the same environment.
 *
 * @param size how large and how spread it is
 * @param past what the repository's past says of it
 * @param text what is written about it
 * @param paths changed files with {@code /}; empty when unknown
 * @param subsystems top-level parts of the repository that are touched, the most changed first; empty when unknown
 * @param authors pseudonyms of the people who wrote it; empty by default, since no feature looks at people unless asked to
 * @param leadHours hours from the oldest commit to the deployment, 0 or more; NaN when unknown
 */
public record DeployedChange(
        ChangeSize size,
        ChangePast past,
        ChangeText text,
        List<String> paths,
        List<String> subsystems,
        List<String> authors,
        double leadHours) {
    /** Nothing is known. */
    public static final DeployedChange UNKNOWN = new DeployedChange(
            ChangeSize.UNKNOWN, ChangePast.UNKNOWN, ChangeText.UNKNOWN, List.of(), List.of(), List.of(), Double.NaN);

    public DeployedChange {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(past, "past");
        Objects.requireNonNull(text, "text");
        paths = List.copyOf(paths);
        subsystems = List.copyOf(subsystems);
        authors = List.copyOf(authors);
    }
}
