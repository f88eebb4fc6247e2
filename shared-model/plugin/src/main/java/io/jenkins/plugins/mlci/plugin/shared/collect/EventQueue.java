package io.jenkins.plugins.mlci.plugin.shared.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Events in the order in which they came, each a small file in a folder, so that a killed Jenkins goes on with those that it had not
 * dealt with. An event may be dealt with twice and must bear it. Safe for use by many threads.
 */
final class EventQueue {
    private static final Logger LOGGER = Logger.getLogger(EventQueue.class.getName());
    private static final String SUFFIX = ".event";
    private static final int DIGITS = 18;

    private final Path folder;
    private final int capacity;
    private final TreeMap<Long, HistoryEvent> events = new TreeMap<>();
    private long next = 1;
    private boolean closed;

    /**
     * A queue with what is in its folder.
     *
     * @param folder created when missing
     * @param capacity how many events are kept; when there are more, the oldest is given up
     */
    EventQueue(Path folder, int capacity) throws IOException {
        this.folder = folder;
        this.capacity = capacity;
        Files.createDirectories(folder);
        read();
    }

    /** Adds an event. When this returns, a killed process does not lose it. */
    synchronized void add(HistoryEvent event) throws IOException {
        if (closed) {
            return;
        }
        long number = next++;
        Path part = folder.resolve(number + ".part");
        Files.write(part, EventText.write(event).getBytes(StandardCharsets.UTF_8));
        Files.move(part, file(number), StandardCopyOption.ATOMIC_MOVE);
        events.put(number, event);
        if (events.size() > capacity) {
            Map.Entry<Long, HistoryEvent> oldest = events.firstEntry();
            LOGGER.log(
                    Level.WARNING,
                    "More than {0} builds wait to be recorded; the oldest is given up: {1}",
                    new Object[] {capacity, oldest.getValue()});
            remove(oldest.getKey());
        }
        notifyAll();
    }

    /** Waits for the oldest event; it stays in the queue until it is removed. Empty when the queue was closed. */
    synchronized Optional<Map.Entry<Long, HistoryEvent>> oldest() throws InterruptedException {
        while (events.isEmpty() && !closed) {
            wait();
        }
        return closed ? Optional.empty() : Optional.of(Map.entry(events.firstKey(), events.get(events.firstKey())));
    }

    /** All events that wait, oldest first. */
    synchronized List<HistoryEvent> all() {
        return List.copyOf(events.values());
    }

    /** Takes an event out that has been dealt with. */
    synchronized void remove(long number) {
        events.remove(number);
        try {
            Files.deleteIfExists(file(number));
        } catch (IOException e) {
            // It will be dealt with again after a restart, which does no harm.
            LOGGER.log(Level.FINE, "An event file cannot be deleted", e);
        }
        notifyAll();
    }

    /** Waits a moment, or until the queue is closed. */
    synchronized void pause(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        for (long left = milliseconds; left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Waits until there is no event left. Returns whether that came true in time. */
    synchronized boolean awaitEmpty(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (!events.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized int size() {
        return events.size();
    }

    /** Lets go of everybody who waits. The events stay on the disk. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.matches("[0-9]{" + DIGITS + "}" + SUFFIX)) {
                long number = Long.parseLong(name.substring(0, DIGITS));
                next = Math.max(next, number + 1);
                readOne(file).ifPresent(event -> events.put(number, event));
            } else {
                // Half written when the process was killed: whoever added it never heard that it was kept.
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<HistoryEvent> readOne(Path file) throws IOException {
        try {
            Optional<HistoryEvent> event = EventText.read(Files.readString(file));
            if (event.isEmpty()) {
                LOGGER.log(Level.WARNING, "The event in {0} is damaged and given up", file);
                Files.deleteIfExists(file);
            }
            return event;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (java.nio.charset.CharacterCodingException e) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format("%0" + DIGITS + "d" + SUFFIX, number));
    }
}
