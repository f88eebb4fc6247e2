package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import java.nio.charset.StandardCharsets;

/** What CI servers and build tools write whatever is built, as they write it: how a line begins. */
enum StockPhrase {
    /** Why the server ended the build or a part of it: the cause, whatever a program printed before. */
    REASON(
            "Aborted by ",
            "Cancelling nested steps due to timeout",
            "Timeout has been exceeded",
            "Build timed out (after ",
            "Build was aborted",
            "##[error]The job running on runner ",
            "##[error]The runner has received a shutdown signal",
            "ERROR: Job failed: execution took longer than ",
            "ERROR: Job failed (system failure)"),
    /** How a command ended, and no more; not that a limit of time or a signal ended it. */
    EXIT(
            "ERROR: script returned exit code ",
            "##[error]Process completed with exit code ",
            "ERROR: Job failed: exit code ",
            "ERROR: Job failed: exit status ",
            "ERROR: Job failed: command terminated with exit code ",
            "Build step '",
            "The command \"",
            "error: could not compile `",
            "error: aborting due to "),
    /** What follows happened after the build: clean-up, reports, uploads. */
    AFTERMATH(
            "[Pipeline] { (Declarative: Post Actions)",
            "Error when executing ",
            "Post job cleanup.",
            "Running after_script",
            "travis_fold:start:after_"),
    /** And what follows did not. */
    END_OF_AFTERMATH("[Pipeline] End of Pipeline", "travis_fold:end:after_"),
    /** A step of a pipeline begins or ends. */
    STEP("[Pipeline] "),
    /** The name of the exception that ends what was interrupted; the reason stands elsewhere. */
    INTERRUPTED("org.jenkinsci.plugins.workflow.steps.FlowInterruptedException"),
    /** Anything else. */
    NONE;

    private static final StockPhrase[] ALL = values();
    /** By the first byte of a line: whether a phrase begins with it. Few lines go on from here. */
    private static final boolean[] FIRST = firstBytes();

    private static final int CODE_DIGITS = 3;

    private final byte[][] beginnings;

    StockPhrase(String... beginnings) {
        this.beginnings = new byte[beginnings.length][];
        for (int i = 0; i < beginnings.length; i++) {
            this.beginnings[i] = beginnings[i].getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What of these a line is. */
    static StockPhrase of(LineText line) {
        if (line.length() == 0 || !FIRST[line.bytes()[0] & 0xFF]) {
            return NONE;
        }
        for (StockPhrase words : ALL) {
            for (byte[] beginning : words.beginnings) {
                if (begins(line, beginning)) {
                    return words == EXIT && tellsOfASignal(line.toString()) ? NONE : words;
                }
            }
        }
        return NONE;
    }

    private static boolean[] firstBytes() {
        boolean[] first = new boolean[256];
        for (StockPhrase words : ALL) {
            for (byte[] beginning : words.beginnings) {
                first[beginning[0] & 0xFF] = true;
            }
        }
        return first;
    }

    private static boolean begins(LineText line, byte[] beginning) {
        if (line.length() < beginning.length) {
            return false;
        }
        byte[] bytes = line.bytes();
        for (int i = 0; i < beginning.length; i++) {
            if (bytes[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it ends in an exit code that shells give for a limit of time (124) or a signal (128 and the number of the signal). */
    private static boolean tellsOfASignal(String text) {
        int end = text.length();
        while (end > 0 && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && isDigit(text.charAt(begin - 1))) {
            begin--;
        }
        return end - begin == CODE_DIGITS
                && (text.startsWith("124", begin) || text.substring(begin, end).compareTo("128") >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
