package io.jenkins.plugins.mlci.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What options must hold before anything is done; what they do not is an error of the command line. */
final class OptionChecks {
    /** As long as a name may be in the history. */
    private static final int LONGEST = 255;

    /** Clocks of two machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private OptionChecks() {}

    /** A name without the spaces around it; neither empty nor longer than the history keeps. */
    static String name(String what, String given) {
        String name = text(what, given);
        if (name.length() > LONGEST) {
            throw usage(what + " takes at most " + LONGEST + " characters, not " + name.length() + ".");
        }
        return name;
    }

    /** A name that may be left out. */
    static String optionalName(String what, String given) {
        return given.isBlank() ? "" : name(what, given);
    }

    /** A text without the spaces around it that is not empty. */
    static String text(String what, String given) {
        if (given.isBlank()) {
            throw usage(what + " must not be empty.");
        }
        return given.strip();
    }

    /** A time that has come; now where none is given. Five minutes ahead pass, since clocks differ. */
    static Instant past(String what, Instant given, Clock clock) {
        Instant now = clock.instant();
        if (given != null && given.isAfter(now.plus(AHEAD))) {
            throw usage(what + " takes a time that has come; " + given + " lies ahead of now, " + now + ".");
        }
        return given == null ? now : given;
    }

    static CommandException usage(String sentence) {
        return new CommandException(ExitCode.USAGE, sentence);
    }
}
