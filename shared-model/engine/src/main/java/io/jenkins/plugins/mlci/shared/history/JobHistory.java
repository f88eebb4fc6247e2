package io.jenkins.plugins.mlci.shared.history;

import java.util.List;

/** The jobs that have a history. */
public interface JobHistory {
    /** Full names of all jobs with anything recorded, sorted. */
    List<String> names();

    /**
     * Follows a job that was renamed or moved. Does nothing when the job has no history. What is recorded under the new name
     * already, for example since a build ended while the job was being renamed, is joined with it: of a build that both have, the
     * record under the new name stays.
     */
    void rename(String from, String to);

    /**
     * Forgets a job: its builds, tests, decisions, deployments and signatures.
     *
     * @return whether there was anything to forget
     */
    boolean delete(String job);
}
