package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** What every command is given: the options that all have, the streams, the history. */
public final class CommandContext {
    private static final int MOST_REMARKS = 20;

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

    /** Opens the history that {@code --store} names; makes a new one where there is none. To be closed by the caller. */
    public HistoryStore openStore() throws IOException {
        return new StoreAccess(environment, options).open();
    }

    /**
     * Opens the history that {@code --store} names, for commands that only read.
     *
     * @throws CommandException if there is none yet
     */
    public HistoryStore openExistingStore() throws IOException {
        return new StoreAccess(environment, options).openExisting();
    }

    /** Turns people into what is stored instead of them, under the key that belongs to the history. */
    public UnaryOperator<String> pseudonyms() throws IOException {
        return new StoreAccess(environment, options).pseudonyms();
    }

    /**
     * Prints a line of the result for people; nothing with {@code --quiet} or when JSON goes to standard output. What is in it
     * may come from anywhere: characters that command a terminal, line breaks too, are shown as a question mark.
     */
    public void print(String line) {
        if (!options.isQuiet() && !options.jsonToOutput()) {
            environment.out().println(Printable.line(line));
        }
    }

    /** Prints a line of the result for people to standard error, where standard output carries something else; nothing with {@code --quiet}. */
    public void printBeside(String line) {
        if (!options.isQuiet()) {
            environment.err().println(Printable.line(line));
        }
    }

    /** Prints lines of our own making. */
    public void printLines(String lines) {
        for (String line : lines.split("\\R", -1)) {
            print(line);
        }
    }

    /** Prints a line that a shell or another program reads, as it is. */
    public void printForPrograms(String line) {
        if (!options.isQuiet() && !options.jsonToOutput()) {
            environment.out().println(line);
        }
    }

    /** Prints a remark beside the result: something was left out, a default was taken. */
    public void remark(String sentence) {
        if (!options.isQuiet()) {
            environment.err().println("mlci: " + Printable.line(sentence));
        }
    }

    /** Prints many remarks, but not a screen full of them; {@code --json} holds them all. */
    public void remarks(List<String> sentences) {
        sentences.stream().limit(MOST_REMARKS).forEach(this::remark);
        if (sentences.size() > MOST_REMARKS) {
            remark("... and " + (sentences.size() - MOST_REMARKS) + " remarks more; --json FILE lists them all.");
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
