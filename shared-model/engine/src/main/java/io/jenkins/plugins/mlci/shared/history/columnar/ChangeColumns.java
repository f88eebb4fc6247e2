package io.jenkins.plugins.mlci.shared.history.columnar;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.List;

/** The change sets of one build as bytes. Authors are left out on purpose: they are kept where they can be erased. */
public final class ChangeColumns {
    private static final char KIND = 'C';
    private static final int VERSION = 1;
    // Written to disk: the order of the enum may change, the meaning of a stored byte may not.
    private static final List<ChangeKind> BY_CODE = List.of(
            ChangeKind.ADDED, ChangeKind.MODIFIED, ChangeKind.DELETED, ChangeKind.RENAMED, ChangeKind.SUBMODULE);

    private ChangeColumns() {}

    public static byte[] toBytes(List<ChangeSet> changes) {
        ByteWriter out = new ByteWriter();
        out.writeUnsigned(changes.size());
        for (ChangeSet change : changes) {
            out.writeText(change.fromCommit());
            out.writeText(change.toCommit());
            out.writeSigned(change.commits());
            out.writeUnsigned(change.files().size());
            for (ChangedFile file : change.files()) {
                out.writeByte(BY_CODE.indexOf(file.kind()));
                out.writeText(file.path());
                out.writeText(file.oldPath());
                out.writeSigned(file.added());
                out.writeSigned(file.deleted());
            }
        }
        return Payload.pack(KIND, VERSION, out.toBytes());
    }

    /**
     * Reads {@link #toBytes}; the authors are empty.
     *
     * @throws CorruptPayloadException when the bytes are not what was written
     */
    public static List<ChangeSet> fromBytes(byte[] bytes) {
        ByteReader in = new ByteReader(Payload.unpack(KIND, VERSION, bytes));
        List<ChangeSet> changes = new ArrayList<>();
        for (int count = in.readCount(); count > 0; count--) {
            String from = in.readText();
            String to = in.readText();
            int commits = in.readInt();
            changes.add(new ChangeSet(from, to, files(in), List.of(), commits));
        }
        return changes;
    }

    private static List<ChangedFile> files(ByteReader in) {
        List<ChangedFile> files = new ArrayList<>();
        for (int count = in.readCount(); count > 0; count--) {
            int kind = in.readByte();
            if (kind >= BY_CODE.size()) {
                throw new CorruptPayloadException("there is no kind of change with code " + kind);
            }
            files.add(new ChangedFile(BY_CODE.get(kind), in.readText(), in.readText(), in.readInt(), in.readInt()));
        }
        return files;
    }
}
