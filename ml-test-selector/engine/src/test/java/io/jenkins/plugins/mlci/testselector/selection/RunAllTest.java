package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.file;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.CHANGE;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.FEW;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.RULES;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.passing;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.select;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.trained;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When all tests run, whatever the policy says. */
class RunAllTest {
    @Test
    void aNewJobRunsAll() {
        TestSelection selection = select(new TestSelector(1), FEW, Rules.DEFAULT, CHANGE);

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason()).contains("still collecting (0 of 20 builds)");
        assertThat(selection.guaranteed()).isNaN();
        assertThat(selection.evidenceBuilds()).isZero();
    }

    @Test
    void aYoungJobRunsAll() {
        TestSelector selector = new TestSelector(1);
        IntStream.rangeClosed(1, 19).forEach(number -> selector.observe(passing(number)));
        assertThat(select(selector, FEW, RULES, CHANGE).reason()).contains("still collecting (19 of 20 builds)");

        selector.observe(passing(20));
        assertThat(select(selector, FEW, RULES, CHANGE).all()).isFalse();
    }

    @Test
    void anUnknownChangeRunsAll() {
        assertThat(select(trained(), FEW, RULES).reason()).isEqualTo("it is not known what changed");
        assertThat(select(trained(), FEW, RULES, CHANGE, ChangeSet.EMPTY).reason())
                .isEqualTo("it is not known what changed");
    }

    @Test
    void aChangeWithoutFilesIsKnownToBeEmpty() {
        ChangeSet nothing = new ChangeSet("abc", "abc", List.of(), List.of(), 0);

        assertThat(select(trained(), FEW, RULES, nothing).all()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "service/build.gradle", "package-lock.json", "Jenkinsfile", "go.sum"})
    void aFileThatConcernsAllTestsRunsAll(String path) {
        TestSelection selection = select(trained(), FEW, RULES, change(sourceOf(3), path));

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason()).startsWith(path + " changed, a");
    }

    @Test
    void aBuildFileThatWasRenamedAwayRunsAll() {
        ChangedFile renamed = new ChangedFile(ChangeKind.RENAMED, "docs/old-pom.txt", "pom.xml", 0, 0);

        assertThat(select(trained(), FEW, RULES, change(renamed)).reason()).startsWith("pom.xml changed, a build file");
    }

    @Test
    void everySoManyBuildsAllRun() {
        Rules every = new Rules(List.of(), List.of(), 40, 20);
        TestSelector selector = trained();
        assertThat(select(selector, FEW, every, CHANGE).reason()).contains("every 40 builds");

        selector.observe(passing(81));
        assertThat(select(selector, FEW, every, CHANGE).all()).isFalse();
    }

    @Test
    void aPatternRunsAll() {
        Rules rules = new Rules(List.of(), List.of("db/**/*.sql"), 0, 20);

        assertThat(select(trained(), FEW, rules, change("db/v1/init.sql")).reason())
                .isEqualTo("db/v1/init.sql changed (db/**/*.sql)");
        assertThat(select(trained(), FEW, rules, change("db/v1/init.txt")).all())
                .isFalse();
    }

    @Test
    void aDeletedSourceThatNothingTracesRunsAll() {
        ChangeSet unknown = change(file(ChangeKind.DELETED, "src/main/java/org/shop/Nowhere.java"));
        ChangeSet named = change(file(ChangeKind.DELETED, sourceOf(3)));
        ChangeSet text = change(file(ChangeKind.DELETED, "docs/notes.md"));

        assertThat(select(trained(), FEW, RULES, unknown).reason()).contains("Nowhere.java was deleted");
        assertThat(select(trained(), FEW, RULES, named).all()).isFalse();
        assertThat(select(trained(), FEW, RULES, text).all()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/src/main/resources/db.yaml",
                "app.properties",
                "mystery",
                "src/test/resources/rows.csv",
                "vendor/a/b.go"
            })
    void anyOtherDeletedFileThatNothingTracesRunsAll(String path) {
        assertThat(select(trained(), FEW, RULES, change(file(ChangeKind.DELETED, path)))
                        .reason())
                .isEqualTo(path + " was deleted, and nothing says which tests used it");
        assertThat(select(trained(), FEW, RULES, change(path)).all())
                .as("only changed")
                .isFalse();
    }

    @Test
    void aDeletedTestOrOneThatIsTracedRunsNoOthers() {
        ChangedFile helper = file(ChangeKind.DELETED, "src/test/java/org/shop/Helper.java");
        ChangedFile traced = file(ChangeKind.DELETED, SyntheticHistory.BREAKING_FILE);

        assertThat(select(trained(), FEW, RULES, change(helper, traced)).all()).isFalse();
    }

    @Test
    void aSubmoduleThatMovedRunsAll() {
        ChangeSet moved = change(new ChangedFile(ChangeKind.SUBMODULE, "libs/native", "", -1, -1));

        assertThat(select(trained(), FEW, RULES, moved).reason()).isEqualTo("libs/native changed, a submodule");
    }
}
