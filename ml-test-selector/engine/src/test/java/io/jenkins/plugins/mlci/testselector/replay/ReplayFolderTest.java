package io.jenkins.plugins.mlci.testselector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFolderTest {
    @TempDir
    Path root;

    private Path shop;

    @BeforeEach
    void writeAShop() throws IOException {
        shop = Files.createDirectories(root.resolve("set/shop"));
        write(shop, "tests", "test_id,test", "1,com.shop.CartTest", "2,\"com.shop.A,BTest\"");
        write(
                shop,
                "cycles",
                "cycle,commit,first_parent,author,commit_time,n_failed",
                "1,c1,c0,ann,100,0",
                "2,c2,c1,,200,1");
        write(shop, "runs", "cycle,test_id,duration,verdict", "1,1,0.5,0", "1,2,,0", "2,1,0.25,1");
        write(shop, "changes", "cycle,status,path,added,deleted", "2,A,src/Cart.java,3,1", "2,D,\"a \"\"b\"\".txt\",,");
    }

    private static void write(Path folder, String name, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz")))) {
            out.write((lines.length == 0 ? "" : String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void assertRefused(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(IOException.class).hasMessageContainingAll(parts);
    }

    @Test
    void readsASubject() throws IOException {
        assertThat(ReplayFolder.find(root)).containsExactly(shop);
        Subject subject = ReplayFolder.read(root, shop);

        assertThat(subject.name()).isEqualTo("set/shop");
        assertThat(subject.independent()).isFalse();
        assertThat(subject.knowsChanges()).isTrue();
        assertThat(subject.testNumbers())
                .containsEntry(TestId.ofClass("com.shop.CartTest"), "1")
                .containsEntry(TestId.ofClass("com.shop.A,BTest"), "2");
        assertThat(subject.builds()).hasSize(2);
        BuildRecord first = subject.builds().get(0);
        assertThat(first.build().started().getEpochSecond()).isEqualTo(100);
        assertThat(first.tests().get(0).seconds()).isEqualTo(0.5);
        assertThat(first.tests().get(1).seconds()).isNaN();
        assertThat(first.changes().get(0).files()).isEmpty();
        BuildRecord second = subject.builds().get(1);
        assertThat(second.build().commit()).isEqualTo("c2");
        assertThat(second.tests()).hasSize(1);
        assertThat(second.tests().get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(second.changes().get(0).fromCommit()).isEqualTo("c1");
        assertThat(second.changes().get(0).authors()).isEmpty();
        assertThat(second.changes().get(0).files().get(0).kind()).isEqualTo(ChangeKind.ADDED);
        assertThat(second.changes().get(0).files().get(1).kind()).isEqualTo(ChangeKind.DELETED);
        assertThat(second.changes().get(0).files().get(1).path()).isEqualTo("a \"b\".txt");
        assertThat(second.changes().get(0).files().get(1).added()).isEqualTo(-1);
    }

    @Test
    void changesAreOptional() throws IOException {
        Files.delete(shop.resolve("changes.csv.gz"));
        Subject subject = ReplayFolder.read(shop, shop);

        assertThat(subject.knowsChanges()).isFalse();
        assertThat(subject.name()).isEqualTo("shop");
    }

    @Test
    void testsOfOneNameStayApart() throws IOException {
        write(shop, "tests", "test_id,test", "1,com.shop.CartTest", "2,com.shop.CartTest");

        assertThat(ReplayFolder.read(root, shop).testNumbers()).hasSize(2);
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        write(shop, "runs", "cycle,test_id,duration", "1,1,0.5");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz", "lacks the column verdict");

        write(shop, "runs", "test_id,duration,verdict", "1,0.5,1");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz", "lacks the column cycle");

        write(shop, "tests", "id,test", "1,com.shop.CartTest");
        assertRefused(() -> ReplayFolder.read(root, shop), "tests.csv.gz", "lacks the column test_id");
    }

    @Test
    void aTestThatNobodyNamesIsRefused() throws IOException {
        write(shop, "runs", "cycle,test_id,duration,verdict", "1,77,0.5,0");

        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz names test 77");
    }

    @Test
    void aCycleThatNobodyNamesIsRefused() throws IOException {
        write(shop, "runs", "cycle,test_id,duration,verdict", "9,1,0.5,0");

        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz names cycle 9", "cycles.csv.gz lacks");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAColumn() throws IOException {
        write(shop, "tests", "\uFEFFtest_id,test", "1,com.shop.CartTest", "2,com.shop.ABTest");
        write(shop, "runs", "\uFEFF\"cycle\",test_id,duration,verdict", "1,1,0.5,0");

        assertThat(ReplayFolder.read(root, shop).testNumbers()).hasSize(2);
    }

    @Test
    void whatIsNoNumberIsSaidWithItsLine() throws IOException {
        write(shop, "runs", "cycle,test_id,duration,verdict", "1,1,0.5,0", "1,2,soon,0");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz, line 3", "column duration", "soon");

        write(shop, "runs", "cycle,test_id,duration,verdict", "1,1,0.5,bad");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz, line 2", "column verdict", "bad");
    }

    @Test
    void emptyAndBrokenFilesAreRefused() throws IOException {
        write(shop, "runs");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz is empty");

        Files.write(shop.resolve("runs.csv.gz"), new byte[0]);
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz", "gzip");

        Files.writeString(shop.resolve("runs.csv.gz"), "cycle,test_id,duration,verdict\n");
        assertRefused(() -> ReplayFolder.read(root, shop), "runs.csv.gz", "gzip");

        Files.delete(shop.resolve("tests.csv.gz"));
        assertRefused(() -> ReplayFolder.read(root, shop), "tests.csv.gz");
    }

    @Test
    void readsSingleBugs() throws IOException {
        Path bugs = Files.createDirectories(root.resolve("bugs"));
        write(bugs, "bugs", "project,bug", "Lang,1");
        write(
                bugs,
                "runs",
                "project,bug,test_class,verdict",
                "Lang,1,org.lang.ATest,1",
                "Lang,1,org.lang.BTest#adds,0",
                "Lang,2,org.lang.BTest,1");
        write(bugs, "changes", "project,bug,path,added,deleted", "Lang,1,src/A.java,2,0");
        Subject subject = ReplayFolder.read(root, bugs);

        assertThat(ReplayFolder.find(root)).containsExactly(bugs, shop);
        assertThat(subject.independent()).isTrue();
        assertThat(subject.builds()).hasSize(2);
        assertThat(subject.builds().get(0).build().commit()).isEqualTo("Lang-1");
        assertThat(subject.builds().get(0).tests())
                .extracting(outcome -> outcome.test().toString())
                .isEqualTo(List.of("org.lang.ATest", "org.lang.BTest#adds"));
        assertThat(subject.builds().get(0).changes().get(0).files()).hasSize(1);
        assertThat(subject.builds().get(1).changes().get(0).files()).isEmpty();
    }

    @Test
    void bugsWithoutAVerdictAreRefused() throws IOException {
        Path bugs = Files.createDirectories(root.resolve("bugs"));
        write(bugs, "bugs", "bug", "1");
        write(bugs, "changes", "bug,path", "1,src/A.java");
        write(bugs, "runs", "bug,test", "1,ATest");
        assertRefused(() -> ReplayFolder.read(root, bugs), "runs.csv.gz", "lacks the column verdict");

        write(bugs, "runs", "bug,name,verdict", "1,ATest,1");
        assertRefused(() -> ReplayFolder.read(root, bugs), "runs.csv.gz", "lacks the column test");
    }
}
