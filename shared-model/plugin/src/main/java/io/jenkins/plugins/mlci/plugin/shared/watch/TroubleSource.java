package io.jenkins.plugins.mlci.plugin.shared.watch;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.List;

/** Knows of trouble with predictions that no stored model stands for, to be told to admins. */
public interface TroubleSource extends ExtensionPoint {
    /** A sentence for each trouble, empty when all is well. Asked once an hour at most. */
    List<String> troubles(HistoryStore history);
}
