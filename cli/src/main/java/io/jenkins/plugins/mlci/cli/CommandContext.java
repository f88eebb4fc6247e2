package io.jenkins.plugins.mlci.cli;

import java.io.IOException;
import java.nio.file.Path;

/** What every command is given: the options that all have, the streams, the history. */
public final class CommandContext {
    private final CliEnvironment environment;
    private final GlobalOptions options;

    CommandContext(CliEnvironment environment, GlobalOptions options) {
        this.environment = environment;
        this.options = options;
    }

    public CliEnvironment environment() {
        return environment;
    }

    public GlobalOptions options() {
        return options;
    }

    /** A path of the command line, seen from the current directory. */
    public Path resolve(Path path) {
        return environment.directory().resolve(path).normalize();
    }

    /** Prints a line of the result for people; nothing with {@code --quiet} or when JSON goes to standard output. */
    public void print(String line) {
        if (!options.isQuiet() && !options.jsonToOutput()) {
            environment.out().println(line);
        }
    }

    /** Prints a remark beside the result: something was left out, a default was taken. */
    public void remark(String sentence) {
        if (!options.isQuiet()) {
            environment.err().println("mlci: " + sentence);
        }
    }

    /**
     * Writes the result as JSON where {@code --json} asks for it.
     *
     * @param result records, maps, lists, strings and numbers
     */
    public void json(Object result) throws IOException {
        if (!options.json().isEmpty()) {
            JsonOutput.write(result, options, environment);
        }
    }

    /**
     * A progress bar for long work, shown only to people.
     *
     * @param what is being done, in a few words
     * @param total how many steps there are; 0 when unknown
     */
    public Progress progress(String what, long total) {
        boolean shown = environment.errIsTerminal() && !options.isQuiet();
        return new Progress(what, total, shown ? environment.err() : null, environment.clock());
    }
}
