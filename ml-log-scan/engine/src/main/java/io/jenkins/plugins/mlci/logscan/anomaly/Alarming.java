package io.jenkins.plugins.mlci.logscan.anomaly;

/** Whether a wording has a word that tells of trouble. Only decides which neighbourhoods of a long log are kept; ranking looks closer. */
final class Alarming {
    private static final String[] WORDS = {
        "error",
        "fail",
        "fatal",
        "exception",
        "severe",
        "panic",
        "abort",
        "cannot",
        "can't",
        "could not",
        "couldn't",
        "unable",
        "denied",
        "killed",
        "timeout",
        "timed out",
        "not found",
        "no such",
        "undefined",
        "unresolved",
        "unexpected",
        "traceback",
        "assert",
        "refused",
        "corrupt",
        "invalid",
        "missing",
        "crash",
        "broken",
        "conflict",
        "rejected",
        "segmentation",
        "out of memory",
        "no space",
        "expected"
    };

    private Alarming() {}

    static boolean is(String wording) {
        String lower = wording.toLowerCase(java.util.Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
