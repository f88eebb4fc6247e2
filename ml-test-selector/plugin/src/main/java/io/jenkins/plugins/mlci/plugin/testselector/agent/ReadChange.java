package io.jenkins.plugins.mlci.plugin.testselector.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.change.ChangeLimits;
import io.jenkins.plugins.mlci.testselector.change.ChangeReader;
import io.jenkins.plugins.mlci.testselector.change.CommitMessage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jenkins.MasterToSlaveFileCallable;

/** Reads the change from the Git repository of a workspace. */
public final class ReadChange extends MasterToSlaveFileCallable<String> {
    private static final long serialVersionUID = 1L;

    private final ReferenceSpec reference;
    private final String top;

    private ReadChange(ReferenceSpec reference, String top) {
        this.reference = reference;
        this.top = top;
    }

    /**
     * Reads the change.
     *
     * @param folder the folder of the step; the repository may begin above it
     * @param top the workspace, above which no repository is searched; empty when it is {@code folder}
     * @param reference what to compare with
     * @param pseudonym turns the addresses of authors into pseudonyms, here on the controller
     */
    public static Change in(FilePath folder, String top, ReferenceSpec reference, UnaryOperator<String> pseudonym)
            throws IOException, InterruptedException {
        String text = folder.act(new ReadChange(reference, top));
        Reply reply = Wire.read(text, new TypeReference<>() {});
        if (!reply.unknown().isEmpty()) {
            return new Change.Unknown(reply.unknown());
        }
        ChangeSet raw = reply.changes();
        List<String> authors = raw.authors().stream()
                .map(pseudonym)
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
        ChangeSet changes = new ChangeSet(raw.fromCommit(), raw.toCommit(), raw.files(), authors, raw.commits());
        return new Change.Known(changes, reply.truncated(), reply.messages());
    }

    @Override
    public String invoke(File folder, VirtualChannel channel) throws IOException {
        Optional<Path> repository = GitFolder.find(folder.toPath(), top);
        if (repository.isEmpty()) {
            return Wire.text(Reply.unknown("The workspace holds no Git repository."));
        }
        Change change = new ChangeReader(ChangeLimits.DEFAULT, UnaryOperator.identity(), false)
                .read(repository.get(), ChangeReader.HEAD, reference.reference());
        if (change instanceof Change.Known known) {
            return Wire.text(new Reply("", known.changes(), known.truncated(), known.messages()));
        }
        return Wire.text(Reply.unknown(((Change.Unknown) change).reason()));
    }

    /** The change as it travels. */
    record Reply(String unknown, ChangeSet changes, boolean truncated, List<CommitMessage> messages) {
        static Reply unknown(String reason) {
            return new Reply(reason, ChangeSet.EMPTY, false, List.of());
        }
    }
}
