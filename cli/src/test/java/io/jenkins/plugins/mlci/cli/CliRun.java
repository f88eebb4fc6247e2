package io.jenkins.plugins.mlci.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs {@code mlci} in this JVM and keeps what it prints. */
final class CliRun {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final Path directory;
    final Map<String, String> variables = new HashMap<>();
    private boolean terminal;
    private Instant now = NOW;
    private String out = "";
    private String err = "";

    CliRun(Path directory) {
        this.directory = directory;
    }

    CliRun inTerminal() {
        terminal = true;
        return this;
    }

    /** What follows runs at this time. */
    CliRun at(Instant time) {
        now = time;
        return this;
    }

    /** Runs a command line; {@link #out()} and {@link #err()} are of this run. */
    int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        CliEnvironment environment = new CliEnvironment(
                directory,
                Map.copyOf(variables),
                new PrintWriter(outText, true),
                new PrintWriter(errText, true),
                terminal,
                terminal,
                Clock.fixed(now, ZoneOffset.UTC));
        int exit = Mlci.run(environment, arguments);
        out = outText.toString();
        err = errText.toString();
        return exit;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
