package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command has, before or after its name. */
public final class GlobalOptions {
    static final String NO_COLOR = "--no-color";

    @Option(
            names = "--store",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR|URL",
            description = {
                "Where the history is: a directory, or the JDBC URL of a PostgreSQL database (user and password from"
                        + " MLCI_STORE_USER and MLCI_STORE_PASSWORD).",
                "Default: MLCI_STORE if set, else .mlci/history here."
            })
    private String store = "";

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            parameterConsumer = JsonTarget.class,
            paramLabel = "FILE",
            description =
                    "Also write the result as JSON to FILE; without FILE, or with -, to standard output and nothing"
                            + " else there.")
    private String json = "";

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print nothing but errors (and JSON if asked for).")
    private boolean quiet;

    @Option(
            names = NO_COLOR,
            scope = ScopeType.INHERIT,
            description = "No colours; the variable NO_COLOR does the same.")
    private boolean noColor;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the whole stack trace when something goes wrong.")
    private boolean debug;

    public String store() {
        return store;
    }

    public String json() {
        return json;
    }

    public boolean jsonToOutput() {
        return json.equals(JsonTarget.STANDARD_OUTPUT);
    }

    public boolean isQuiet() {
        return quiet;
    }

    public boolean isDebug() {
        return debug;
    }

    public boolean isNoColor() {
        return noColor;
    }
}
