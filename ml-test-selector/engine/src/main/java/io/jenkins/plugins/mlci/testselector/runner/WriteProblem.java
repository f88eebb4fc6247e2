package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Says why a runner's files could not be written. */
public final class WriteProblem {
    private WriteProblem() {}

    /**
     * Why all tests run: part of a sentence, without a full stop.
     *
     * @param folder where the files were to go
     */
    public static String whyAll(String folder, IOException problem) {
        return "the files for the runner cannot be written to " + folder + " (" + inWords(problem) + ")";
    }

    /** What was wrong, with the path: the messages of file exceptions hold little more than that. */
    public static String inWords(IOException problem) {
        if (problem instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is no folder";
        }
        if (problem instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (problem instanceof FileSystemException named) {
            return named.getFile() + ": " + (named.getReason() == null ? "no such folder" : named.getReason());
        }
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }
}
