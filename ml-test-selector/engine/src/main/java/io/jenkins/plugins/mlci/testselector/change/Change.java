package io.jenkins.plugins.mlci.testselector.change;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import java.util.List;
import java.util.Objects;

/** What changed since the reference, or why nobody knows. */
public sealed interface Change {
    /**
     * The change is known.
     *
     * @param changes the files, authors and number of commits
     * @param truncated whether there are more changed files than the limit; {@code changes} then has the first ones in
     *     path order, without renames and churn, and all tests should run
     * @param messages the commits' messages, newest first, at most as many as the limit says
     */
    record Known(ChangeSet changes, boolean truncated, List<CommitMessage> messages) implements Change {
        public Known {
            Objects.requireNonNull(changes, "changes");
            messages = List.copyOf(messages);
        }
    }

    /**
     * The change is not known, so all tests should run.
     *
     * @param reason why, in a sentence for people
     */
    record Unknown(String reason) implements Change {
        public Unknown {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("An unknown change needs a reason");
            }
        }
    }
}
