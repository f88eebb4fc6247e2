package io.jenkins.plugins.mlci.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which build of which job, the same way in every command; CI servers say it in variables of their own. */
public final class BuildOptions {
    private static final List<String> JOB_VARIABLES = List.of("JOB_NAME", "GITHUB_WORKFLOW", "CI_PROJECT_PATH");
    private static final List<String> NUMBER_VARIABLES =
            List.of("BUILD_NUMBER", "GITHUB_RUN_NUMBER", "CI_PIPELINE_IID");
    private static final List<String> BRANCH_VARIABLES =
            List.of("CHANGE_BRANCH", "BRANCH_NAME", "GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME");

    @Option(
            names = "--job",
            paramLabel = "NAME",
            description = "The job. Default: what Jenkins, GitHub or GitLab say, else the repository's folder.")
    private String job = "";

    @Option(
            names = "--build",
            paramLabel = "N",
            description =
                    "The build's number. Default: what Jenkins, GitHub or GitLab say, else one more than the latest.")
    private Long number;

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch. Default: what the CI server says.")
    private String branch = "";

    /**
     * The job's name.
     *
     * @param repository the folder that lends its name where nobody says another
     */
    public String job(CommandContext context, Path repository) {
        Path folder = repository.getFileName();
        return given(job).or(() -> first(context, JOB_VARIABLES)).orElse(folder == null ? "local" : folder.toString());
    }

    /** The build's number; empty where nobody says one. */
    public OptionalLong number(CommandContext context) {
        if (number != null) {
            if (number < 1) {
                throw new CommandException(ExitCode.USAGE, "A build's number starts at 1, not " + number + ".");
            }
            return OptionalLong.of(number);
        }
        // A number belongs to the job that the same server names.
        return job.isEmpty() || first(context, JOB_VARIABLES).equals(Optional.of(job))
                ? first(context, NUMBER_VARIABLES).filter(text -> text.matches("[1-9][0-9]{0,17}")).stream()
                        .mapToLong(Long::parseLong)
                        .findFirst()
                : OptionalLong.empty();
    }

    /** The branch, or the empty string. */
    public String branch(CommandContext context) {
        return given(branch).or(() -> first(context, BRANCH_VARIABLES)).orElse("");
    }

    private static Optional<String> first(CommandContext context, List<String> variables) {
        return variables.stream()
                .map(context.environment()::variable)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
