package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NetChangesTest {
    @Test
    void anAddedFileThatIsModifiedIsAdded() {
        assertThat(net(added("a"), modified("a"))).containsExactly(added("a"));
    }

    @Test
    void aFileThatIsAddedAndDeletedIsNotThere() {
        assertThat(net(added("a"), modified("a"), deleted("a"))).isEmpty();
    }

    @Test
    void aFileThatIsDeletedAndAddedAgainIsModified() {
        assertThat(net(deleted("a"), added("a"))).containsExactly(modified("a"));
    }

    @Test
    void aModifiedFileThatIsDeletedIsDeleted() {
        assertThat(net(modified("a"), deleted("a"))).containsExactly(deleted("a"));
    }

    @Test
    void renamesAreChained() {
        assertThat(net(renamed("a", "b"), modified("b"), renamed("b", "c"))).containsExactly(renamed("a", "c"));
    }

    @Test
    void aRenameBackIsAModification() {
        assertThat(net(renamed("a", "b"), renamed("b", "a"))).containsExactly(modified("a"));
    }

    @Test
    void aRenamedFileThatIsDeletedIsDeletedAtItsFirstPath() {
        assertThat(net(renamed("a", "b"), deleted("b"))).containsExactly(deleted("a"));
    }

    @Test
    void filesMaySwapTheirNamesInOneCommit() {
        NetChanges net = new NetChanges();
        net.apply(List.of(added("a"), renamed("a", "b")));
        assertThat(net.toList()).containsExactly(modified("a"), added("b"));
    }

    @Property
    void agreesWithTheDifferenceOfTheTrees(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> tree = new TreeMap<>(Map.of("a", 0, "b", 0, "c", 0));
        Map<String, Integer> first = new TreeMap<>(tree);
        NetChanges net = new NetChanges();
        for (int content = 1; content < 15; content++) {
            String path = name(random);
            String other = name(random);
            ChangedFile change;
            if (!tree.containsKey(path)) {
                tree.put(path, content);
                change = added(path);
            } else if (random.nextInt(3) == 0) {
                tree.remove(path);
                change = deleted(path);
            } else if (!tree.containsKey(other)) {
                tree.put(other, tree.remove(path));
                change = renamed(path, other);
            } else {
                tree.put(path, content);
                change = modified(path);
            }
            net.apply(List.of(change));
        }

        Set<String> appeared = new TreeSet<>();
        Set<String> disappeared = new TreeSet<>();
        Set<String> mentioned = new TreeSet<>();
        for (ChangedFile file : net.toList()) {
            assertThat(mentioned.add(file.path())).as("once: %s", file).isTrue();
            switch (file.kind()) {
                case ADDED -> appeared.add(file.path());
                case DELETED -> disappeared.add(file.path());
                case RENAMED -> {
                    appeared.add(file.path());
                    disappeared.add(file.oldPath());
                }
                case MODIFIED -> assertThat(tree).containsKey(file.path());
            }
        }
        Set<String> isNew = new TreeSet<>(tree.keySet());
        isNew.removeAll(first.keySet());
        Set<String> isGone = new TreeSet<>(first.keySet());
        isGone.removeAll(tree.keySet());
        assertThat(appeared).isEqualTo(isNew);
        assertThat(disappeared).isEqualTo(isGone);
        tree.forEach((path, content) -> {
            if (first.containsKey(path) && !first.get(path).equals(content)) {
                assertThat(mentioned).contains(path);
            }
        });
    }

    private static String name(Random random) {
        return String.valueOf((char) ('a' + random.nextInt(5)));
    }

    private static List<ChangedFile> net(ChangedFile... commits) {
        NetChanges net = new NetChanges();
        for (ChangedFile commit : commits) {
            net.apply(List.of(commit));
        }
        return net.toList();
    }

    private static ChangedFile added(String path) {
        return new ChangedFile(ChangeKind.ADDED, path, "", -1, -1);
    }

    private static ChangedFile modified(String path) {
        return new ChangedFile(ChangeKind.MODIFIED, path, "", -1, -1);
    }

    private static ChangedFile deleted(String path) {
        return new ChangedFile(ChangeKind.DELETED, path, "", -1, -1);
    }

    private static ChangedFile renamed(String from, String to) {
        return new ChangedFile(ChangeKind.RENAMED, to, from, -1, -1);
    }
}
