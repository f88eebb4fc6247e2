package io.jenkins.plugins.mlci.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command; new commands are listed here. */
@Command(
        name = "mlci",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        scope = CommandLine.ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Machine learning for continuous integration, from the history that you already have.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n",
        subcommands = {
            DemoCommand.class,
            RecordCommand.class,
            SelectCommand.class,
            ExplainCommand.class,
            BacktestCommand.class,
            ScanCommand.class,
            TemplatesCommand.class,
            ImportCommand.class,
            ModelsCommand.class,
            GateCommand.class,
            OutcomeCommand.class,
            IncidentCommand.class,
            TrainPriorCommand.class
        })
public final class Mlci implements Callable<Integer> {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    /**
     * Runs one command line.
     *
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(CliEnvironment environment, String... arguments) {
        Mlci root = new Mlci();
        CommandContext context = new CommandContext(environment, root.options);
        CommandLine line = new CommandLine(root, new ContextFactory(context));
        ErrorReport errors = new ErrorReport(environment, root.options);
        line.setOut(environment.out());
        line.setErr(environment.err());
        line.setColorScheme(colours(environment, arguments));
        line.setExecutionExceptionHandler(errors);
        line.setParameterExceptionHandler(errors);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        showExitCodes(line);
        int exit = line.execute(arguments);
        environment.out().flush();
        environment.err().flush();
        return exit;
    }

    /** The help of each command ends with them; a heading that is inherited would have nothing below it. */
    private static void showExitCodes(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        command.exitCodeOnUsageHelp(ExitCode.OK.code());
        command.usageMessage().exitCodeListHeading("%nExit codes:%n");
        command.usageMessage().exitCodeList(CommandLine.Model.UsageMessageSpec.keyValuesMap(ExitCode.help()));
        line.getSubcommands().values().forEach(Mlci::showExitCodes);
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.USAGE.code();
    }

    private static ColorScheme colours(CliEnvironment environment, String... arguments) {
        boolean refused = !environment.variable("NO_COLOR").isEmpty();
        for (String argument : arguments) {
            refused |= argument.equals(GlobalOptions.NO_COLOR);
        }
        boolean colours = environment.outIsTerminal() && !refused;
        return CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF);
    }
}
