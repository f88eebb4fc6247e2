package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.replay.Recording;
import io.jenkins.plugins.mlci.deploygate.replay.RiskReplay;
import io.jenkins.plugins.mlci.deploygate.risk.PriorModel;
import io.jenkins.plugins.mlci.deploygate.risk.PriorTrainer;
import io.jenkins.plugins.mlci.shared.model.ModelFile;
import io.jenkins.plugins.mlci.shared.model.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci train-prior deploy}: the model that the deployment gate starts from. */
@Command(
        name = "deploy",
        description = {
            "Train the prior model of deployment risk from recorded deployments.",
            "Only sources that may be used and passed on for that: by default those whose repositories state the MIT, BSD or"
                    + " Apache licence (docs/model-card-deploy-prior.md)."
        })
final class TrainPriorDeployCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A folder of recorded deployments as CSV, gzipped or not (docs/deploy-risk.md).")
    private Path data;

    @Option(
            names = "--sources",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "2i2c-infrastructure,govuk-puppet,kubernetes-management,mybinder.org-deploy,project-config",
            description =
                    "Which recordings to learn from; those that are not there are left out. Default: ${DEFAULT-VALUE}.")
    private List<String> sources;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes, as JSON.")
    private Path out;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    TrainPriorDeployCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = new ArrayList<>();
        RiskRecordings.find(context.resolve(data)).values().forEach(files::addAll);
        files.removeIf(file -> !sources.contains(RiskRecordings.name(file)));
        List<PriorTrainer.Source> read = new ArrayList<>();
        for (Recording recording : RiskRecordings.read(files, true, context::remark)) {
            if (recording.kind() == Recording.Kind.DEPLOYMENTS) {
                PriorTrainer.Source source = RiskReplay.source(recording);
                read.add(source);
                context.print(String.format(
                        Locale.ROOT,
                        "%s: %,d deployments, %,d failed",
                        source.name(),
                        source.rows(),
                        source.failures()));
            }
        }
        if (read.isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "None of the sources is in " + data + ".");
        }
        PriorTrainer trainer = new PriorTrainer();
        read.forEach(trainer::with);
        PriorModel prior = trainer.train(seed, "mlci");
        new ModelFile(context.resolve(out)).save(prior.portable());
        Provenance provenance = prior.portable().provenance();
        context.print(
                "Prior model: " + out + ", from " + provenance.rows() + " deployments of " + read.size() + " sources.");
        context.json(Map.of(
                "rows", provenance.rows(),
                "failures", provenance.positives(),
                "sources", read.stream().map(PriorTrainer.Source::name).toList()));
        return ExitCode.OK.code();
    }
}
