package io.jenkins.plugins.mlci.cli;

import java.util.ArrayList;
import java.util.List;

/** How {@code mlci} ends, for scripts. The numbers never change their meaning. */
public enum ExitCode {
    OK(0, "Done. Remarks may have been printed."),
    UNEXPECTED(1, "Something that should not happen; --debug shows where."),
    USAGE(2, "The command line is wrong."),
    INPUT(3, "A file, folder or repository cannot be read or makes no sense."),
    STORE(4, "The history cannot be opened, read or written."),
    NOT_FOUND(5, "What was asked for is not in the history: a job, a build, a model."),
    FOUND(6, "scan: something that --fail-on names was found."),
    BLOCKED(7, "gate: not to be deployed now; only with --enforce."),
    APPROVAL(8, "gate: people are to approve; only with --enforce and without --approved."),
    INTERRUPTED(130, "Ended by Ctrl-C (143: by SIGTERM). scan --follow has then judged what came so far.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Lines for the help, as picocli wants them. */
    static String[] help() {
        List<String> lines = new ArrayList<>();
        for (ExitCode exit : values()) {
            lines.add(exit.code + ":" + exit.meaning);
        }
        return lines.toArray(String[]::new);
    }
}
