package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.results.Level;
import picocli.CommandLine.Option;

/** How finely tests are told apart, the same way in every command that records. */
public final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "METHOD",
            description = "Tell tests apart by CLASS, METHOD or CASE (every parameter of a test by itself). One history"
                    + " should have one level. Default: ${DEFAULT-VALUE}.")
    private Level level = Level.METHOD;

    public Level level() {
        return level;
    }
}
