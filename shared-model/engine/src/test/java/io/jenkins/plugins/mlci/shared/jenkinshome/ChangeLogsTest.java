package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogsTest {
    @TempDir
    private Path folder;

    @Test
    void readsEveryStatusOfGit() throws IOException {
        ChangeSet change = read(FixtureHome.changeLog(
                        2, 1, "M\tm", "A\ta", "D\td", "R087\told\tnew", "C100\tsource\tcopy", "T\ttype"))
                .orElseThrow();
        assertThat(change.files())
                .containsExactly(
                        file(ChangeKind.ADDED, "a", ""),
                        file(ChangeKind.ADDED, "copy", ""),
                        file(ChangeKind.DELETED, "d", ""),
                        file(ChangeKind.MODIFIED, "m", ""),
                        file(ChangeKind.RENAMED, "new", "old"),
                        file(ChangeKind.MODIFIED, "type", ""));
        assertThat(change.fromCommit()).isEqualTo(FixtureHome.commit(1));
        assertThat(change.toCommit()).isEqualTo(FixtureHome.commit(2));
    }

    @Test
    void readsPathsThatGitQuotes() throws IOException {
        ChangeSet change = read(FixtureHome.changeLog(2, 1, "M\t\"src/\\303\\251 \\\"q\\\"\\t.java\"", "A\twith space"))
                .orElseThrow();
        assertThat(change.files())
                .extracting(ChangedFile::path)
                .containsExactly("src/\u00e9 \"q\"\t.java", "with space");
    }

    @Test
    void aMessageCannotPoseAsAHeader() throws IOException {
        String log = FixtureHome.changeLog(2, 1, "M\tm")
                .replace("    A message", "    commit 123\n    author Evil <e@x>\n    :1 2 3 4 A\tevil");
        ChangeSet change = read(log).orElseThrow();
        assertThat(change.commits()).isEqualTo(1);
        assertThat(change.authors()).containsExactly("[jane@example.org]");
        assertThat(change.files()).extracting(ChangedFile::path).containsExactly("m");
    }

    @Test
    void countsMergesAndNamesEveryAuthorOnce() throws IOException {
        String merge = FixtureHome.changeLog(3, 2).replace("tree", "parent " + FixtureHome.commit(8) + "\ntree");
        String nameless = FixtureHome.changeLog(1, 0, "M\tx").replace("<Jane@Example.org>", "<>");
        ChangeSet change =
                read(merge + FixtureHome.changeLog(2, 1, "M\tm") + nameless).orElseThrow();
        assertThat(change.commits()).isEqualTo(3);
        assertThat(change.authors()).containsExactly("[Jane Roe]", "[jane@example.org]");
        assertThat(change.toCommit()).isEqualTo(FixtureHome.commit(3));
        assertThat(change.fromCommit()).isEqualTo(FixtureHome.commit(0));
    }

    @Test
    void anEmptyLogIsNoChange() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("<?xml version='1.0'?>\n<log/>")).isEmpty();
        assertThat(read("neither git\nnor XML\n:\n: \tx\ncommit")).isEmpty();
    }

    @Test
    void readsSubversion() throws IOException {
        ChangeSet change = read("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <log>
                          <logentry revision="12"><author>jroe</author><date>2026-01-01T00:00:00Z</date>
                            <paths>
                              <path localPath="A.java" action="M" kind="file">/trunk/A.java</path>
                              <path action="A">/trunk/B.java</path>
                              <path action="D">/trunk/C.java</path>
                            </paths><msg>m</msg></logentry>
                        </log>
                        """).orElseThrow();
        assertThat(change.toCommit()).isEqualTo("12");
        assertThat(change.authors()).containsExactly("[jroe]");
        assertThat(change.files())
                .containsExactly(
                        file(ChangeKind.MODIFIED, "trunk/A.java", ""),
                        file(ChangeKind.ADDED, "trunk/B.java", ""),
                        file(ChangeKind.DELETED, "trunk/C.java", ""));
    }

    @Test
    void readsMercurial() throws IOException {
        ChangeSet change = read("<changesets><changeset node='abc' author='Jane &lt;j@x.org&gt;' rev='3'><msg>m</msg>"
                        + "<added>n</added><deleted>d</deleted><files>d m n</files></changeset>"
                        + "<changeset node='abb' author='j'><addedFile>p</addedFile><file>m</file></changeset>"
                        + "</changesets>")
                .orElseThrow();
        assertThat(change.commits()).isEqualTo(2);
        assertThat(change.toCommit()).isEqualTo("abc");
        assertThat(change.authors()).containsExactly("[j]", "[j@x.org]");
        assertThat(change.files())
                .containsExactly(
                        file(ChangeKind.DELETED, "d", ""),
                        file(ChangeKind.MODIFIED, "m", ""),
                        file(ChangeKind.ADDED, "n", ""),
                        file(ChangeKind.ADDED, "p", ""));
    }

    @Test
    void readsEntriesWithFiles() throws IOException {
        ChangeSet change = read("<changelog><entry><author>j</author><file><name>a</name><fullName>dir/a</fullName>"
                        + "</file><file><name>gone</name><dead/></file></entry></changelog>")
                .orElseThrow();
        assertThat(change.files())
                .containsExactly(file(ChangeKind.MODIFIED, "dir/a", ""), file(ChangeKind.DELETED, "gone", ""));
    }

    @Test
    void refusesAttacks() {
        assertThatThrownBy(() -> read("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log>&x;</log>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> read("<log>" + "<a>".repeat(1_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> read(FixtureHome.changeLog(2, 1, "M\t" + "x".repeat(20_000))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("path of more than");
        assertThatThrownBy(() -> read("x".repeat(200_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than");
    }

    private Optional<ChangeSet> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("changelog.xml"), text);
        ImportLimits limits = new ImportLimits(100_000, 100_000, 100_000, 100, 8_192);
        return new ChangeLogs(name -> "[" + name + "]", limits).read(file);
    }

    private static ChangedFile file(ChangeKind kind, String path, String oldPath) {
        return new ChangedFile(kind, path, oldPath, -1, -1);
    }
}
