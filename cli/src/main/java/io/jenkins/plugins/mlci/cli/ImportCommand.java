package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.jenkinshome.ImportedBuild;
import io.jenkins.plugins.mlci.shared.jenkinshome.JenkinsHome;
import io.jenkins.plugins.mlci.shared.jenkinshome.JenkinsHomeReader;
import io.jenkins.plugins.mlci.shared.jenkinshome.JobFolder;
import io.jenkins.plugins.mlci.testselector.results.CoarserOutcomes;
import io.jenkins.plugins.mlci.testselector.results.ReportDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci import}: an existing Jenkins' builds into the history. */
@Command(
        name = "import",
        description =
                "Read the builds, test results and changes of an existing JENKINS_HOME, a folder in it or a single job"
                        + " into the history. Nothing is written to it. Doing it again does no harm.")
final class ImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FOLDER",
            description = "A JENKINS_HOME, the folder of a job (it holds 'builds'), or a folder with folders of jobs.")
    private Path folder;

    @Option(
            names = "--job",
            paramLabel = "NAME",
            description = "Only this job, or the jobs in this folder; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            defaultValue = "SUREFIRE",
            description = "Whose names the tests have: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ReportDialect runner = ReportDialect.SUREFIRE;

    @Option(names = "--dry-run", description = "Read all and say what is there, but write nothing into the history.")
    private boolean dryRun;

    @Mixin
    private LevelOptions levels = new LevelOptions();

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<String> problems = new ArrayList<>();
        JenkinsHome home = JenkinsHome.open(context.resolve(folder), problems::add);
        List<JobFolder> jobs = home.jobs().stream().filter(this::isWanted).toList();
        if (jobs.isEmpty()) {
            throw new CommandException(ExitCode.INPUT, folder + " has no job named " + String.join(" or ", only) + ".");
        }
        List<ImportSummary.Job> rows = new ArrayList<>();
        if (dryRun) {
            read(home, jobs, person -> "", build -> {}, rows, problems);
        } else {
            try (HistoryStore store = context.openStore()) {
                BuildHistory builds = store.builds();
                read(home, jobs, context.pseudonyms(), builds::record, rows, problems);
            }
        }
        ImportSummary summary = new ImportSummary(rows, problems, !dryRun);
        context.remarks(problems);
        summary.print(context);
        context.json(summary);
        return ExitCode.OK.code();
    }

    private void read(
            JenkinsHome home,
            List<JobFolder> jobs,
            UnaryOperator<String> pseudonyms,
            Consumer<BuildRecord> target,
            List<ImportSummary.Job> rows,
            List<String> problems)
            throws IOException {
        JenkinsHomeReader reader = new JenkinsHomeReader(pseudonyms);
        long total = 0;
        for (JobFolder job : jobs) {
            total += reader.count(home, job);
        }
        try (Progress progress = context.progress("Importing builds", total)) {
            for (JobFolder job : jobs) {
                ImportSummary.Job row = new ImportSummary.Job(job.fullName());
                rows.add(row);
                try (Stream<ImportedBuild> builds = reader.builds(home, job, problems::add)) {
                    builds.forEach(build -> {
                        target.accept(count(build, row));
                        progress.step();
                    });
                }
            }
        }
    }

    private BuildRecord count(ImportedBuild build, ImportSummary.Job row) {
        BuildRecord found = build.record();
        List<TestOutcome> tests = CoarserOutcomes.at(found.tests(), runner, levels.level());
        row.builds++;
        row.buildsWithTests += tests.isEmpty() ? 0 : 1;
        row.outcomes += tests.size();
        row.failures +=
                tests.stream().filter(test -> test.outcome().isFailure()).count();
        if (build.isStale()) {
            row.stale.add(found.build().id().number());
        }
        return new BuildRecord(found.build(), found.changes(), tests);
    }

    private boolean isWanted(JobFolder job) {
        return only.isEmpty()
                || only.stream()
                        .anyMatch(name ->
                                job.fullName().equals(name) || job.fullName().startsWith(name + "/"));
    }
}
