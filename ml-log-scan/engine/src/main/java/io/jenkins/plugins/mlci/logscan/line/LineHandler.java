package io.jenkins.plugins.mlci.logscan.line;

/** Takes the lines of a log in order. */
@FunctionalInterface
public interface LineHandler {
    /**
     * Takes the next line.
     *
     * @param line valid only until this method returns: the same object holds the line after it
     */
    void line(Line line);
}
