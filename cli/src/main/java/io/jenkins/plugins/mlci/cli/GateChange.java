package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.delivery.DeployedBefore;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.testselector.change.Change;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a deployment changes.
 *
 * @param changes what differs; empty when unknown
 * @param sentence what was compared with what; empty when nothing could be
 * @param problems what did not work, in sentences
 */
record GateChange(ChangeSet changes, String sentence, List<String> problems) {
    private static final int SHORT = 10;

    /**
     * Reads it from the repository.
     *
     * @param last what is compared with where the options name nothing; else the first parent
     */
    static GateChange read(CommandContext context, ChangeOptions options, Optional<DeployedBefore.Reference> last)
            throws IOException {
        Change read = options.read(context, last.map(DeployedBefore.Reference::commit), context.pseudonyms());
        if (read instanceof Change.Known known) {
            List<String> problems = known.truncated()
                    ? List.of("The change is very large; only its first "
                            + known.changes().files().size() + " files were looked at.")
                    : List.of();
            return new GateChange(known.changes(), sentence(known.changes(), last), problems);
        }
        return new GateChange(
                ChangeSet.EMPTY, "", List.of("What changes is unknown: " + ((Change.Unknown) read).reason()));
    }

    /** For example {@code What changes: 39 files since 0123456789, which is shop#7@prod, the last good deployment.} */
    private static String sentence(ChangeSet changes, Optional<DeployedBefore.Reference> last) {
        int files = changes.files().size();
        String from = changes.fromCommit();
        String is = last.filter(each -> each.commit().equals(from))
                .map(each -> ", which is " + each.deployment() + ", the last "
                        + (each.good() ? "good deployment" : "deployment; nobody has said yet whether it is good"))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "What changes: %d file%s since %s%s.",
                files,
                files == 1 ? "" : "s",
                from.isEmpty() ? "the beginning" : from.substring(0, Math.min(SHORT, from.length())),
                is);
    }
}
