package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.HistoryException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what went wrong. */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final CliEnvironment environment;
    private final GlobalOptions options;

    ErrorReport(CliEnvironment environment, GlobalOptions options) {
        this.environment = environment;
        this.options = options;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        ExitCode exit = exitCode(failure);
        command.getErr().println(command.getColorScheme().errorText("mlci: " + printable(sentence(failure, exit))));
        if (options.isDebug()) {
            failure.printStackTrace(command.getErr());
        }
        return exit.code();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText("mlci: " + printable(failure.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        if (options.isDebug()) {
            failure.printStackTrace(environment.err());
        }
        return ExitCode.USAGE.code();
    }

    /** What was typed comes back in messages; colours are put around them afterwards. */
    private static String printable(String message) {
        return message.lines().map(Printable::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static ExitCode exitCode(Exception failure) {
        if (failure instanceof CommandException known) {
            return known.exitCode();
        }
        if (failure instanceof HistoryException) {
            return ExitCode.STORE;
        }
        boolean isInput = failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException;
        return isInput ? ExitCode.INPUT : ExitCode.UNEXPECTED;
    }

    private static String sentence(Exception failure, ExitCode exit) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        String message = cause.getMessage();
        if (exit == ExitCode.UNEXPECTED || message == null || message.isBlank()) {
            return "This should not happen: " + cause + ". Run it again with --debug and report what it shows.";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "No permission for " + denied.getFile() + ".";
        }
        boolean isMissing = cause instanceof NoSuchFileException || cause instanceof FileNotFoundException;
        return isMissing && !message.contains(" ") ? message + " does not exist." : message;
    }
}
