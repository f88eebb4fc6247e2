package io.jenkins.plugins.mlci.testselector.change;

import java.io.IOException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.patch.FileHeader;

/**
 * How many lines of a file changed.
 *
 * @param added lines added, -1 when unknown
 * @param deleted lines deleted, -1 when unknown
 */
record Churn(int added, int deleted) {
    static final Churn UNKNOWN = new Churn(-1, -1);

    /** Counts lines; unknown for binary and very large files and where a partial clone lacks the content. */
    static Churn of(DiffFormatter formatter, DiffEntry entry) throws IOException {
        try {
            FileHeader header = formatter.toFileHeader(entry);
            if (header.getPatchType() != FileHeader.PatchType.UNIFIED) {
                return UNKNOWN;
            }
            int added = 0;
            int deleted = 0;
            for (Edit edit : header.toEditList()) {
                added += edit.getLengthB();
                deleted += edit.getLengthA();
            }
            return new Churn(added, deleted);
        } catch (MissingObjectException partialClone) {
            return UNKNOWN;
        }
    }
}
