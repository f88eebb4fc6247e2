package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A process that records builds until it is killed, and says after each that it is kept. */
final class RecordingProcess implements AutoCloseable {
    static final int TESTS = 300;
    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader lines;

    private RecordingProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static RecordingProcess start(Path store, long first, long closeAfter) throws IOException {
        return new RecordingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProcess.class.getName(),
                        store.toString(),
                        Long.toString(first),
                        Long.toString(closeAfter))
                .redirectError(ProcessBuilder.Redirect.to(new File(store + ".err")))
                .start());
    }

    /** The next line that it prints; null when it has ended. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** Waits until it has the store open. */
    void awaitReady() throws IOException {
        String line = line();
        if (!READY.equals(line)) {
            throw new IllegalStateException("The process said: " + line);
        }
    }

    /** Kills it as hard as the operating system can, and gives all lines that it had printed before. */
    List<String> kill() throws IOException, InterruptedException {
        // By its handle: the process itself would close the pipe with what it had printed.
        process.toHandle().destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
        List<String> rest = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            rest.add(line);
        }
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static BuildRecord build(long number) {
        return Samples.large(number, TESTS, new Random(number));
    }

    /** Arguments: directory of the store, number of the first build, number of the build after which to close. */
    public static void main(String[] arguments) {
        long close = Long.parseLong(arguments[2]);
        try (HistoryStore store =
                JdbcHistoryStore.open(StoreLocation.embedded(Path.of(arguments[0])), Clock.systemUTC(), Thread::new)) {
            say(READY);
            for (long number = Long.parseLong(arguments[1]); number <= close; number++) {
                store.builds().record(build(number));
                say(Long.toString(number));
            }
            say("closing");
        } catch (HistoryException e) {
            say(e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
