package io.jenkins.plugins.mlci.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens logs: files, gzipped files, standard input as {@code -}. */
final class LogInput {
    static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 1 << 16;

    private LogInput() {}

    /** Opens a log. Standard input stays open when it is closed. */
    static InputStream open(CommandContext context, String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return new FilterInputStream(System.in) {
                @Override
                public void close() {
                    // Not ours to close.
                }
            };
        }
        Path file = context.resolve(Path.of(name));
        if (Files.isDirectory(file)) {
            throw new CommandException(ExitCode.INPUT, name + " is a folder, not a log.");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            return zipped ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
