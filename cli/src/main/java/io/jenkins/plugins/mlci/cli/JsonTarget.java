package io.jenkins.plugins.mlci.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where {@code --json} writes: to the file that follows, or to standard output where none does. In {@code mlci scan --json build.log} the log is what
 * to read: a file with something in it that is not JSON is never taken for the one to be written.
 */
final class JsonTarget implements IParameterConsumer {
    static final String STANDARD_OUTPUT = "-";

    private final CommandContext context;

    JsonTarget(CommandContext context) {
        this.context = context;
    }

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        boolean named = !arguments.isEmpty()
                && !command.subcommands().containsKey(arguments.peek())
                && isTarget(arguments.peek());
        option.setValue(named ? arguments.pop() : STANDARD_OUTPUT);
    }

    private boolean isTarget(String argument) {
        return argument.equals(STANDARD_OUTPUT) || !argument.startsWith("-") && !holdsOtherThanJson(argument);
    }

    private boolean holdsOtherThanJson(String argument) {
        try {
            Path file = context.resolve(Path.of(argument));
            return Files.isRegularFile(file) && holdsOtherThanJson(file);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static boolean holdsOtherThanJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
                first = in.read();
            }
            return first >= 0 && first != '{' && first != '[';
        }
    }
}
