package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An existing {@code JENKINS_HOME}, a folder of jobs or a single job, on disk. Folders ({@code jobs/F/jobs/J}) and
 * multibranch projects ({@code jobs/J/branches/B}) are entered.
 */
public final class JenkinsHome {
    private static final int MAX_DEPTH = 50;

    private final Confined confined;
    private final ItemNames names;
    private final List<JobFolder> jobs = new ArrayList<>();
    private final Set<Path> visited = new HashSet<>();
    private final Consumer<String> problems;

    private JenkinsHome(Confined confined, Consumer<String> problems) {
        this.confined = confined;
        this.names = new ItemNames(confined);
        this.problems = problems;
    }

    /**
     * Finds the jobs.
     *
     * @param folder a {@code JENKINS_HOME}, a folder in it, a job's folder (the one that holds {@code builds}) or a folder with folders of jobs
     * @param problems receives a sentence for everything that is left out
     * @throws IOException if the folder does not exist, cannot be read or holds no job
     */
    public static JenkinsHome open(Path folder, Consumer<String> problems) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder + " does not exist; name a JENKINS_HOME or the folder of a job.");
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is a file; name a JENKINS_HOME or the folder of a job.");
        }
        JenkinsHome home = new JenkinsHome(new Confined(folder), problems);
        Path root = home.confined.root();
        boolean hasJobs = home.confined.holdsFolder(root.resolve("jobs"));
        boolean isHome = !ItemNames.isItem(root)
                && !home.confined.holdsFolder(root.resolve("branches"))
                && (hasJobs || !home.confined.holdsFolder(root.resolve("builds")));
        home.visit(root, isHome ? "" : home.names.fullName(root), home.names.branch(root), 0);
        if (home.jobs.isEmpty()) {
            home.children(root, home.names.container(root), 0);
        }
        if (home.jobs.isEmpty()) {
            throw new IOException(folder + " holds no job: neither a folder 'jobs', as a JENKINS_HOME has, nor a folder"
                    + " 'builds', as a job has, nor folders of jobs.");
        }
        return home;
    }

    /** The jobs in the order of their names. */
    public List<JobFolder> jobs() {
        return List.copyOf(jobs);
    }

    Confined confined() {
        return confined;
    }

    private void visit(Path item, String name, String branch, int depth) throws IOException {
        if (depth > MAX_DEPTH || !visited.add(item.toRealPath())) {
            problems.accept("Folder " + Printable.of(item.toString()) + " was left out: it is nested too deep or leads"
                    + " to a folder that was read already.");
            return;
        }
        Path builds = item.resolve("builds");
        if (confined.holdsFolder(builds) && !name.isEmpty()) {
            jobs.add(new JobFolder(name, branch, builds));
        } else if (confined.leadsOut(builds)) {
            problems.accept("The builds of " + name + " were left out: they are a link out of the given folder or to"
                    + " nowhere. Import them from where they are.");
        }
        children(item.resolve("jobs"), name, depth);
        children(item.resolve("branches"), name, depth);
    }

    private void children(Path folder, String parent, int depth) throws IOException {
        if (!confined.holdsFolder(folder)) {
            return;
        }
        for (Path child : confined.list(folder)) {
            if (confined.leadsOut(child)) {
                problems.accept("Job folder " + Printable.of(child.toString()) + " was left out: it is a link out of"
                        + " the given folder or to nowhere.");
            } else if (confined.holdsFolder(child)) {
                String own = names.name(child);
                visit(child, parent.isEmpty() ? own : parent + "/" + own, names.branch(child), depth + 1);
            }
        }
    }
}
