package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;
import java.util.Locale;

/**
 * What was recorded of a build, also as JSON.
 *
 * @param job full name of the job
 * @param build the build's number
 * @param commit full commit id, or the empty string
 * @param since the commit it is compared with, or the empty string when the change is not known
 * @param changedFiles how many files differ; -1 when the change is not known
 * @param tests how many tests
 * @param failures how many of them ended badly
 * @param skipped how many of them did not run
 * @param seconds how long they took together
 * @param leftOver whether the reports were those of a build before and were left out
 * @param problems what was left out, in sentences
 */
record RecordSummary(
        String job,
        long build,
        String commit,
        String since,
        int changedFiles,
        int tests,
        long failures,
        long skipped,
        double seconds,
        boolean leftOver,
        List<String> problems) {
    static RecordSummary of(BuildRecord record, boolean leftOver, List<String> problems) {
        List<TestOutcome> tests = record.tests();
        ChangeSet change = record.changes().isEmpty() ? null : record.changes().get(0);
        return new RecordSummary(
                record.build().id().job(),
                record.build().id().number(),
                record.build().commit(),
                change == null ? "" : change.fromCommit(),
                change == null ? -1 : change.files().size(),
                tests.size(),
                tests.stream().filter(test -> test.outcome().isFailure()).count(),
                tests.stream().filter(test -> test.outcome() == Outcome.SKIPPED).count(),
                tests.stream()
                        .mapToDouble(TestOutcome::seconds)
                        .filter(seconds -> seconds > 0)
                        .sum(),
                leftOver,
                List.copyOf(problems));
    }

    void print(CommandContext context) {
        context.print(String.format(
                Locale.ROOT,
                "Recorded %s#%d: %,d tests, %,d failed, %,d skipped, %.1f s.",
                job,
                build,
                tests,
                failures,
                skipped,
                seconds));
        if (changedFiles < 0) {
            context.print("What changed is not known.");
        } else {
            context.print(String.format(Locale.ROOT, "%,d changed files since %.12s.", changedFiles, since));
        }
    }
}
