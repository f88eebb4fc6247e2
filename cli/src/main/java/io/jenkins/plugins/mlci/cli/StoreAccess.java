package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;

/** Finds and opens the history that the options name. */
final class StoreAccess {
    static final String VARIABLE = "MLCI_STORE";
    static final String DEFAULT = ".mlci/history";

    private static final String USER = "MLCI_STORE_USER";
    private static final String PASSWORD = "MLCI_STORE_PASSWORD";

    private final CliEnvironment environment;
    private final String named;

    StoreAccess(CliEnvironment environment, GlobalOptions options) {
        this.environment = environment;
        String variable = environment.variable(VARIABLE);
        String otherwise = variable.isEmpty() ? DEFAULT : variable;
        this.named = options.store().isEmpty() ? otherwise : options.store();
    }

    /** Opens the history; makes a new one where there is none. */
    HistoryStore open() throws IOException {
        if (!isDatabase() && Files.isRegularFile(directory())) {
            throw new CommandException(
                    ExitCode.USAGE, directory() + " is a file; --store takes a directory or a JDBC URL.");
        }
        return JdbcHistoryStore.open(location(), environment.clock(), threads());
    }

    /** Opens a history at a place of the caller's own. */
    static HistoryStore open(StoreLocation place, CliEnvironment environment) throws IOException {
        return JdbcHistoryStore.open(place, environment.clock(), threads());
    }

    /** Opens a history that must be there. */
    HistoryStore openExisting() throws IOException {
        if (!isDatabase() && !Files.isDirectory(directory())) {
            throw new CommandException(
                    ExitCode.NOT_FOUND,
                    "There is no history in " + directory()
                            + " yet; start one with 'mlci import' or 'mlci record', or name"
                            + " another with --store.");
        }
        return open();
    }

    /** Pseudonyms under the key that belongs to this history. */
    Pseudonyms pseudonyms() throws IOException {
        String key = environment.variable(Pseudonyms.VARIABLE);
        if (!key.isEmpty()) {
            return Pseudonyms.ofVariable(key);
        }
        if (isDatabase()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "A history in a database needs the variable " + Pseudonyms.VARIABLE
                            + ", a secret of its own that is the"
                            + " same on every machine, so that people become pseudonyms.");
        }
        Path directory = directory();
        return Pseudonyms.ofFile(directory.resolveSibling(directory.getFileName() + ".key"));
    }

    private boolean isDatabase() {
        return named.startsWith("jdbc:");
    }

    private Path directory() {
        return environment.directory().resolve(named).toAbsolutePath().normalize();
    }

    private StoreLocation location() {
        try {
            return isDatabase()
                    ? StoreLocation.postgresql(named, environment.variable(USER), () -> environment.variable(PASSWORD))
                    : StoreLocation.embedded(directory());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }

    private static ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(work, "mlci-history");
            thread.setDaemon(true);
            return thread;
        };
    }
}
