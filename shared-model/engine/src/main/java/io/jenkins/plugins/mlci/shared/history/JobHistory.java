package io.jenkins.plugins.mlci.shared.history;

import java.util.List;

/** The jobs that have a history. */
public interface JobHistory {
    /** Full names of all jobs with anything recorded, sorted. */
    List<String> names();

    /**
     * Follows a job that was renamed or moved. Does nothing when the job has no history.
     *
     * @throws IllegalArgumentException when another job's history has the new name already
     */
    void rename(String from, String to);

    /**
     * Forgets a job: its builds, tests, decisions, deployments and signatures.
     *
     * @return whether there was anything to forget
     */
    boolean delete(String job);
}
