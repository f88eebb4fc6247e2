package io.jenkins.plugins.mlci.plugin.testselector.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.mlci.plugin.testselector.runner.RunnerSpec;
import io.jenkins.plugins.mlci.testselector.runner.EmptySelection;
import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import io.jenkins.plugins.mlci.testselector.runner.WriteProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Writes the runner's files into a workspace. */
public final class WriteFiles extends MasterToSlaveFileCallable<String> {
    /** Arguments for the runner on one line, for who cannot use the object that the step returns. */
    public static final String ARGS = "args.txt";

    private static final long serialVersionUID = 1L;

    private final RunnerSpec runner;
    private final String orders;

    private WriteFiles(RunnerSpec runner, String orders) {
        this.runner = runner;
        this.orders = orders;
    }

    /**
     * Writes one set of files for each order, and says what became of it, in the same sequence.
     *
     * @throws IOException that says in words what cannot be written, or that the agent is gone; some files may be written then
     */
    public static List<Written> in(FilePath workspace, RunnerSpec runner, List<WriteOrder> orders)
            throws IOException, InterruptedException {
        String text = workspace.act(new WriteFiles(runner, Wire.text(orders)));
        Reply reply = Wire.read(text, new TypeReference<>() {});
        if (!reply.problem().isEmpty()) {
            throw new IOException(reply.problem());
        }
        return reply.written();
    }

    @Override
    public String invoke(File workspace, VirtualChannel channel) throws IOException {
        List<Written> written = new ArrayList<>();
        try {
            for (WriteOrder order : Wire.read(orders, new TypeReference<List<WriteOrder>>() {})) {
                written.add(write(workspace.toPath(), order));
            }
        } catch (IOException e) {
            return Wire.text(new Reply(List.of(), WriteProblem.inWords(e)));
        }
        return Wire.text(new Reply(written, ""));
    }

    /** The answer as it travels: an exception would lose its words on the way from an agent. */
    record Reply(List<Written> written, String problem) {}

    private Written write(Path workspace, WriteOrder order) throws IOException {
        Path folder = Files.createDirectories(inside(workspace, order.folder()));
        ignoreInGit(workspace, folder);
        SelectedTests tests = new SelectedTests(order.selected(), order.skipped(), order.all(), order.reason());
        RunnerOptions options = runner.options()
                .withForm(order.include() ? Form.INCLUDE : Form.EXCLUDE)
                .withEmptySelection(order.mayRunNothing() ? EmptySelection.RUN_NOTHING : EmptySelection.RUN_ALL);
        RunnerOutput output = runner.runner().write(tests, options, folder);
        Written result = Written.of(output, File.pathSeparatorChar == ';');
        Files.writeString(folder.resolve(ARGS), result.args() + "\n", StandardCharsets.UTF_8);
        return result;
    }

    private static Path inside(Path workspace, String folder) throws IOException {
        Path root = workspace.toAbsolutePath().normalize();
        Path path = root.resolve(folder).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("The folder " + folder + " lies outside of the workspace");
        }
        return path;
    }

    /** The files are no part of the sources: a build that insists on a clean work tree must not trip over them. */
    private static void ignoreInGit(Path workspace, Path folder) throws IOException {
        Path first = workspace.toAbsolutePath().normalize().relativize(folder).getName(0);
        Path ignore = workspace.resolve(first).resolve(".gitignore");
        if (first.toString().equals(".mlci") && !Files.exists(ignore)) {
            Files.writeString(ignore, "*\n", StandardCharsets.UTF_8);
        }
    }
}
