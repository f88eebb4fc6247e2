package io.jenkins.plugins.mlci.deploygate.replay;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Notices keys that are not unique: outcomes are told by key, so that those of two rows with one key get mixed up. */
final class RepeatedKeys {
    private final Set<String> seen = new HashSet<>();
    private int repeated;
    private long first;

    /**
     * Looks at one row.
     *
     * @param key blank where the row has none
     * @param line number of the line, from 1
     */
    void add(String key, long line) {
        if (!key.isBlank() && !seen.add(key)) {
            first = repeated == 0 ? line : first;
            repeated++;
        }
    }

    /** A sentence for people; empty when all differ. */
    Optional<String> sentence(String name) {
        return repeated == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s: %,d rows have the key of an earlier row (first in line %d), and how they went is mixed up with"
                                + " it; each row needs a key of its own.",
                        name,
                        repeated,
                        first));
    }
}
