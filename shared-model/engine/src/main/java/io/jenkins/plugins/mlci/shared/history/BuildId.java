package io.jenkins.plugins.mlci.shared.history;

/**
 * One execution of a job.
 *
 * @param job full name of the job, for example {@code folder/service/main}; never empty
 * @param number the build's number in its job, at least 1
 */
public record BuildId(String job, long number) {
    public BuildId {
        if (job == null || job.isBlank()) {
            throw new IllegalArgumentException("A build needs the name of its job");
        }
        if (number < 1) {
            throw new IllegalArgumentException("A build's number starts at 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return job + "#" + number;
    }
}
