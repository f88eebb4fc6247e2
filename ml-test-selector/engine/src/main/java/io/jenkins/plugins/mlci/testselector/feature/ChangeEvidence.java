package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.List;
import java.util.Map;

/**
 * What the files of a change say of each test of the catalog, by name and by what happened with them before.
 *
 * @param match by name
 * @param fileOnsets share of the changes of a file with which the test began to fail, the best file counts, [0, 1]
 * @param folderOnsets the same for the files' folders
 * @param coChanges share of the changes of a file with which the test was changed, the best file counts, [0, 1]
 * @param files how many files
 * @param churn lines added and deleted
 */
record ChangeEvidence(
        ChangeMatch match, double[] fileOnsets, double[] folderOnsets, double[] coChanges, int files, double churn) {
    static ChangeEvidence of(TestHistory history, List<ChangeSet> changes) {
        List<ChangedFile> files =
                changes.stream().flatMap(change -> change.files().stream()).toList();
        int size = history.catalog.size();
        double[] fileOnsets = new double[size];
        double[] folderOnsets = new double[size];
        double[] coChanges = new double[size];
        double churn = 0;
        for (ChangedFile file : files) {
            strongest(history.fileOnsets, file.path(), fileOnsets);
            strongest(history.folderOnsets, TestHistory.folder(file.path()), folderOnsets);
            strongest(history.coChanges, file.path(), coChanges);
            churn += Math.max(0, file.added()) + Math.max(0, file.deleted());
        }
        ChangeMatch match = new ChangeMatch(history.catalog, history.postings, files);
        return new ChangeEvidence(match, fileOnsets, folderOnsets, coChanges, files.size(), churn);
    }

    /** One imagined change without the event keeps a single coincidence from counting as certain. */
    private static void strongest(Associations associations, String key, double[] into) {
        double changes = associations.changes(key) + 1;
        for (Map.Entry<Integer, Double> event : associations.of(key).entrySet()) {
            int test = event.getKey();
            into[test] = Math.max(into[test], event.getValue() / changes);
        }
    }
}
