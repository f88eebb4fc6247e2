package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.line.Line;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** How a build ended in the words that its CI server writes into the log, for a scan that is told nothing. */
final class StatedOutcome {
    /** What CI servers write: how it begins, where it stands, and what follows means. */
    private enum Words {
        JENKINS("Finished: ", Place.LAST, StatedOutcome::jenkins),
        GITLAB_GOOD("Job succeeded", Place.LAST, rest -> rest.isEmpty() ? BuildOutcome.GOOD : BuildOutcome.UNKNOWN),
        GITLAB_FAILED("ERROR: Job failed", Place.LAST, rest -> BuildOutcome.FAILED),
        TRAVIS("Done. Your build exited with ", Place.ANY, StatedOutcome::code),
        TRAVIS_STOPPED("Your build has been stopped.", Place.ANY, rest -> BuildOutcome.FAILED),
        /** Of one step; what cleans up after the job comes later. */
        GITHUB("##[error]Process completed with exit code ", Place.ANY, rest -> BuildOutcome.FAILED),
        TASKCLUSTER("[taskcluster ", Place.ANY, StatedOutcome::taskcluster),
        TASKCLUSTER_ERROR("[taskcluster:error]", Place.ANY, rest -> BuildOutcome.FAILED);

        private static final Words[] ALL = values();

        private final byte[] begin;
        private final Place place;
        private final Function<String, BuildOutcome> meaning;

        Words(String begin, Place place, Function<String, BuildOutcome> meaning) {
            this.begin = begin.getBytes(StandardCharsets.US_ASCII);
            this.place = place;
            this.meaning = meaning;
        }

        static Optional<Words> of(Line line) {
            for (Words words : ALL) {
                if (line.saysFirst(words.begin)) {
                    return Optional.of(words);
                }
            }
            return Optional.empty();
        }
    }

    /** Where the words must stand to be those of the server: a program may print some of them, too. */
    private enum Place {
        LAST,
        ANY
    }

    private static final int LONGEST = 300;

    private BuildOutcome last = BuildOutcome.UNKNOWN;
    private BuildOutcome any = BuildOutcome.UNKNOWN;

    /** Takes the next line. */
    void line(Line line) {
        int length = line.end() - line.message();
        if (length == 0) {
            return;
        }
        last = BuildOutcome.UNKNOWN;
        Optional<Words> words = length > LONGEST ? Optional.empty() : Words.of(line);
        if (words.isPresent()) {
            String rest = line.messageText().substring(words.get().begin.length).strip();
            BuildOutcome outcome = words.get().meaning.apply(rest);
            if (words.get().place == Place.LAST) {
                last = outcome;
            } else if (outcome != BuildOutcome.UNKNOWN) {
                any = outcome;
            }
        }
    }

    /** What was said last; unknown where nothing was. */
    BuildOutcome outcome() {
        return last == BuildOutcome.UNKNOWN ? any : last;
    }

    private static BuildOutcome jenkins(String result) {
        return switch (result) {
            case "SUCCESS" -> BuildOutcome.GOOD;
            case "UNSTABLE", "FAILURE", "ABORTED" -> BuildOutcome.FAILED;
            default -> BuildOutcome.UNKNOWN;
        };
    }

    private static BuildOutcome taskcluster(String rest) {
        // Of a successful and of an unsuccessful one.
        String run = "uccessful task run with exit code: ";
        int at = rest.indexOf(run);
        return at < 0 ? BuildOutcome.UNKNOWN : code(rest.substring(at + run.length()));
    }

    private static BuildOutcome code(String number) {
        return number.startsWith("0") ? BuildOutcome.GOOD : BuildOutcome.FAILED;
    }
}
