package io.jenkins.plugins.mlci.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The world around one run of {@code mlci}; a test hands in another one.
 *
 * @param directory the current directory
 * @param variables the environment variables
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person sees standard output, so that colours make sense
 * @param errIsTerminal whether a person sees standard error, so that a progress bar makes sense
 * @param clock the time
 */
public record CliEnvironment(
        Path directory,
        Map<String, String> variables,
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Clock clock) {
    /** The environment of this process. */
    static CliEnvironment ofProcess() {
        Map<String, String> variables = System.getenv();
        Console terminal = System.console();
        boolean console = terminal != null;
        Charset charset = charset(System.getProperty("os.name", ""), console ? terminal.charset() : null);
        return new CliEnvironment(
                Path.of("").toAbsolutePath(),
                variables,
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                isTerminal(variables, "MLCI_STDOUT_TERMINAL", console),
                isTerminal(variables, "MLCI_STDERR_TERMINAL", console),
                Clock.systemUTC());
    }

    /**
     * How output is written: in UTF-8 whatever the locale says, since a name with a question mark in it would name another test.
     * Only a console of Windows shows nothing but its own code page.
     *
     * @param system name of the operating system
     * @param console charset of the terminal, or null when there is none
     */
    static Charset charset(String system, Charset console) {
        return console != null && system.startsWith("Windows") ? console : StandardCharsets.UTF_8;
    }

    /** Java can only tell whether input and output are both a terminal; the launcher knows it of each stream. */
    private static boolean isTerminal(Map<String, String> variables, String name, boolean otherwise) {
        String told = variables.get(name);
        return told == null ? otherwise : told.equals("1");
    }

    /** A variable, or the empty string. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
