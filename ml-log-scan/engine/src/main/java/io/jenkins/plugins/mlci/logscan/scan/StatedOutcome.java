package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.line.Line;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a build ended in the words that its CI server writes into the log, for a scan that is told nothing. */
final class StatedOutcome {
    /** What CI servers write. */
    private enum Words {
        JENKINS("Finished: ", Place.LAST) {
            @Override
            BuildOutcome outcome(String rest) {
                return switch (rest) {
                    case "SUCCESS" -> BuildOutcome.GOOD;
                    case "UNSTABLE", "FAILURE", "ABORTED" -> BuildOutcome.FAILED;
                    default -> BuildOutcome.UNKNOWN;
                };
            }
        },
        GITLAB_GOOD("Job succeeded", Place.LAST) {
            @Override
            BuildOutcome outcome(String rest) {
                return rest.isEmpty() ? BuildOutcome.GOOD : BuildOutcome.UNKNOWN;
            }
        },
        GITLAB_FAILED("ERROR: Job failed", Place.LAST) {
            @Override
            BuildOutcome outcome(String rest) {
                return BuildOutcome.FAILED;
            }
        },
        TRAVIS("Done. Your build exited with ", Place.ANY) {
            @Override
            BuildOutcome outcome(String rest) {
                return code(rest);
            }
        },
        TRAVIS_STOPPED("Your build has been stopped.", Place.ANY) {
            @Override
            BuildOutcome outcome(String rest) {
                return BuildOutcome.FAILED;
            }
        },
        /** Of one step; what cleans up after the job comes later. */
        GITHUB("##[error]Process completed with exit code ", Place.ANY) {
            @Override
            BuildOutcome outcome(String rest) {
                return BuildOutcome.FAILED;
            }
        },
        TASKCLUSTER("[taskcluster ", Place.ANY) {
            @Override
            BuildOutcome outcome(String rest) {
                String run = "uccessful task run with exit code: ";
                int at = rest.indexOf(run);
                return at < 0 ? BuildOutcome.UNKNOWN : code(rest.substring(at + run.length()));
            }
        },
        TASKCLUSTER_ERROR("[taskcluster:error]", Place.ANY) {
            @Override
            BuildOutcome outcome(String rest) {
                return BuildOutcome.FAILED;
            }
        };

        private static final Words[] ALL = values();

        private final byte[] begin;
        private final Place place;

        Words(String begin, Place place) {
            this.begin = begin.getBytes(StandardCharsets.US_ASCII);
            this.place = place;
        }

        /** What follows means this. */
        abstract BuildOutcome outcome(String rest);

        static Optional<Words> of(Line line) {
            for (Words words : ALL) {
                if (line.saysFirst(words.begin)) {
                    return Optional.of(words);
                }
            }
            return Optional.empty();
        }

        private static BuildOutcome code(String number) {
            return number.startsWith("0") ? BuildOutcome.GOOD : BuildOutcome.FAILED;
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
            BuildOutcome outcome = words.get().outcome(rest);
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
}
