package io.jenkins.plugins.mlci.deploygate;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.gate.ChangeFacts;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Deployments to test with. */
public final class Facts {
    private Facts() {}

    /** A deployment whose change has this many lines in each of these files. */
    public static DeploymentFacts of(String id, Instant started, String title, int lines, String... paths) {
        return with(BuildSignals.UNKNOWN, id, started, title, lines, paths);
    }

    /** The same with what the build went through. */
    public static DeploymentFacts with(
            BuildSignals build, String id, Instant started, String title, int lines, String... paths) {
        List<ChangedFile> files = Arrays.stream(paths)
                .map(path -> new ChangedFile(ChangeKind.MODIFIED, path, "", lines, 0))
                .toList();
        DeployedChange change = ChangeFacts.of(new ChangeSet("a", "b", files, List.of(), 1), title, 5);
        return new DeploymentFacts(id, "shop/deploy", "prod", started, change, build);
    }

    /** A title is kept as it is. */
    public static ChangeText text(DeploymentFacts facts) {
        return facts.change().text();
    }
}
