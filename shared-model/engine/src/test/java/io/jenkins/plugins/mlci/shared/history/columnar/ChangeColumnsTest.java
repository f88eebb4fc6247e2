package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChangeColumnsTest {
    @Property(tries = 300)
    void keepsChanges(
            @ForAll String from,
            @ForAll String to,
            @ForAll ChangeKind kind,
            @ForAll String path,
            @ForAll String oldPath,
            @ForAll int added,
            @ForAll int deleted) {
        ChangedFile file = new ChangedFile(kind, path, oldPath, added, deleted);
        List<ChangeSet> changes =
                List.of(new ChangeSet(from, to, List.of(file, file), List.of(), added), ChangeSet.EMPTY);
        assertThat(ChangeColumns.fromBytes(ChangeColumns.toBytes(changes))).isEqualTo(changes);
    }

    @Test
    void leavesPeopleOut() {
        ChangeSet change = new ChangeSet("a", "b", List.of(), List.of("0123456789abcdef"), 1);
        assertThat(ChangeColumns.fromBytes(ChangeColumns.toBytes(List.of(change))))
                .containsExactly(new ChangeSet("a", "b", List.of(), List.of(), 1));
    }

    @Test
    void refusesKindsThatNobodyWrote() {
        byte[] body = {1, 0, 0, 0, 1, 9, 0, 0, 0, 0};
        assertThatExceptionOfType(CorruptPayloadException.class)
                .isThrownBy(() -> ChangeColumns.fromBytes(Payload.pack('C', 1, body)));
    }
}
