package io.jenkins.plugins.mlci.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import brought, also as JSON.
 *
 * @param jobs a row for each job
 * @param problems what was left out, in sentences
 * @param recorded whether it was written into the history
 */
record ImportSummary(List<Job> jobs, List<String> problems, boolean recorded) {
    /** What one job brought. */
    static final class Job {
        public final String job;
        public int builds;
        public int buildsWithTests;
        public long outcomes;
        public long failures;
        /** Numbers of the builds whose test results were left over from a build before. */
        public final List<Long> stale = new ArrayList<>();

        Job(String job) {
            this.job = job;
        }
    }

    private String inTheHistory() {
        return switch (problems.size()) {
            case 0 -> "All of it is in the history.";
            case 1 -> "All of it is in the history, but for what 1 remark says.";
            default -> "All of it is in the history, but for what " + problems.size() + " remarks say.";
        };
    }

    void print(CommandContext context) {
        TextTable table = new TextTable("job", "builds", "with tests", "outcomes", "failures", "left over");
        for (Job job : jobs) {
            table.row(job.job, job.builds, job.buildsWithTests, job.outcomes, job.failures, job.stale.size());
        }
        table.print(context::print);
        long stale = jobs.stream().mapToLong(job -> job.stale.size()).sum();
        if (stale > 0) {
            context.print(
                    "Left over: builds whose test results are those of a build before; they count as builds without"
                            + " tests.");
        }
        context.print(recorded ? inTheHistory() : "Nothing was written (--dry-run).");
    }
}
