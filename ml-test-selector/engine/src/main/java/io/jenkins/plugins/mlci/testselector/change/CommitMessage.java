package io.jenkins.plugins.mlci.testselector.change;

import java.util.Locale;

/**
 * What the author of a commit wrote about it.
 *
 * @param commit the full commit id
 * @param subject its first line
 * @param body the rest, possibly cut at the limit; empty when there is none
 */
public record CommitMessage(String commit, String subject, String body) {
    /** Whether subject or body contain a text such as {@code [all tests]}, in any case. */
    public boolean mentions(String marker) {
        String wanted = marker.toLowerCase(Locale.ROOT);
        return subject.toLowerCase(Locale.ROOT).contains(wanted)
                || body.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
