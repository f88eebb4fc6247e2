package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the builds of the jobs of a {@link JenkinsHome}. Keeps no state and may be shared. */
public final class JenkinsHomeReader {
    private final UnaryOperator<String> pseudonym;
    private final ImportLimits limits;

    /**
     * A reader.
     *
     * @param pseudonym turns a person (mail address in lower case, or a name) into what is kept instead
     * @param limits what a build may hold
     */
    public JenkinsHomeReader(UnaryOperator<String> pseudonym, ImportLimits limits) {
        this.pseudonym = pseudonym;
        this.limits = limits;
    }

    /** A reader with the default limits. */
    public JenkinsHomeReader(UnaryOperator<String> pseudonym) {
        this(pseudonym, ImportLimits.DEFAULT);
    }

    /**
     * The finished builds of a job in the order of their numbers, read one by one while the stream is consumed. Builds
     * that are running, damaged or half-written are left out and test results or change logs that cannot be read count
     * as unknown; each is reported. The stream is sequential and holds no resource.
     *
     * @param home where the job was found
     * @param job one of its jobs
     * @param problems receives a sentence for everything that is left out
     * @throws IOException if the folder of the builds cannot be listed
     */
    public Stream<ImportedBuild> builds(JenkinsHome home, JobFolder job, Consumer<String> problems) throws IOException {
        BuildReader reader = new BuildReader(home.confined(), job, pseudonym, limits, problems);
        return folders(home.confined(), job, problems).entrySet().stream()
                .sequential()
                .flatMap(entry -> reader.read(new BuildId(job.fullName(), entry.getKey()), entry.getValue()).stream());
    }

    /** How many folders of builds a job has, finished or not; for progress. */
    public long count(JenkinsHome home, JobFolder job) throws IOException {
        return folders(home.confined(), job, problem -> {}).size();
    }

    private static NavigableMap<Long, Path> folders(Confined confined, JobFolder job, Consumer<String> problems)
            throws IOException {
        NavigableMap<Long, Path> folders = new TreeMap<>();
        for (Path folder : confined.list(job.builds())) {
            String name = String.valueOf(folder.getFileName());
            if (!name.matches("[1-9][0-9]{0,17}")) {
                // Files such as "permalinks", links such as "lastStableBuild", folders named by date.
                continue;
            }
            if (confined.leadsOut(folder)) {
                problems.accept("Build " + job.fullName() + "#" + name + " was skipped: its folder is a link out of the"
                        + " given folder or to nowhere.");
            } else if (confined.holdsFolder(folder)) {
                folders.put(Long.parseLong(name), folder);
            }
        }
        return folders;
    }
}
