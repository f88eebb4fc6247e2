package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.util.AtomicFileWriter;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The builds with deployments, gates or reports that the history has still to be told of, the oldest first: one a line in a small
 * file, so that a restart forgets none. What is to be told is kept with the builds themselves.
 */
@Extension
public class UnsentBuilds implements ExtensionPoint {
    /** The name of the file. */
    static final String NAME = "unsent-deployments.txt";

    private static final Logger LOGGER = Logger.getLogger(UnsentBuilds.class.getName());
    private static final int CAPACITY = 10_000;

    private final Path folder;
    private final Path file;
    private final int capacity;
    private Set<BuildId> builds;

    /** For Jenkins, which makes the only one. */
    public UnsentBuilds() {
        this(new JenkinsFacade().folder(), CAPACITY);
    }

    /**
     * A list in a file.
     *
     * @param folder where the file is; created when missing
     * @param capacity how many builds are kept; when there are more, the oldest is given up
     */
    UnsentBuilds(Path folder, int capacity) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.capacity = capacity;
    }

    /** The one of this controller. */
    public static UnsentBuilds get() {
        return ExtensionList.lookupSingleton(UnsentBuilds.class);
    }

    /** A build has something to tell. When this returns, a killed process does not lose it. */
    synchronized void add(BuildId build) {
        Set<BuildId> all = read();
        if (!all.add(build)) {
            return;
        }
        for (Iterator<BuildId> oldest = all.iterator(); all.size() > capacity; ) {
            LOGGER.log(
                    Level.WARNING,
                    "More than {0} builds wait to tell of deployments; the oldest is given up: {1}",
                    new Object[] {capacity, oldest.next()});
            oldest.remove();
        }
        write();
    }

    /** A build has nothing to tell any more. */
    synchronized void remove(BuildId build) {
        if (read().remove(build)) {
            write();
        }
    }

    /** A job is called otherwise now. */
    synchronized void renamed(String from, String to) {
        Set<BuildId> all = read();
        if (all.stream().anyMatch(build -> build.job().equals(from))) {
            Set<BuildId> moved = new LinkedHashSet<>();
            all.forEach(build -> moved.add(build.job().equals(from) ? new BuildId(to, build.number()) : build));
            builds = moved;
            write();
        }
    }

    /** All, the oldest first. */
    synchronized List<BuildId> all() {
        return List.copyOf(read());
    }

    private Set<BuildId> read() {
        if (builds == null) {
            builds = new LinkedHashSet<>();
            try {
                Files.readAllLines(file).forEach(this::readOne);
            } catch (NoSuchFileException e) {
                LOGGER.log(Level.FINEST, "Nothing was left unsent", e);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Which builds have still to tell of deployments cannot be read", e);
            }
        }
        return builds;
    }

    private void readOne(String line) {
        int space = line.indexOf(' ');
        try {
            builds.add(new BuildId(line.substring(space + 1), Long.parseLong(line.substring(0, Math.max(0, space)))));
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    Level.WARNING,
                    "Left out of the builds that have still to tell of deployments, since it is no build: {0}",
                    line);
        }
    }

    private void write() {
        List<String> lines = new ArrayList<>();
        builds.forEach(build -> lines.add(build.number() + " " + build.job() + "\n"));
        try {
            Files.createDirectories(folder);
            try (AtomicFileWriter writer = new AtomicFileWriter(file, StandardCharsets.UTF_8)) {
                for (String line : lines) {
                    writer.write(line);
                }
                writer.commit();
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Which builds have still to tell of deployments cannot be written", e);
        }
    }
}
