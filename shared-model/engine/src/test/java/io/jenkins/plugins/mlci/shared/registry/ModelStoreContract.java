package io.jenkins.plugins.mlci.shared.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every model store must do. */
public abstract class ModelStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final Scope JOB = Scope.job("team/app/main");

    /** A store without versions. */
    protected abstract ModelStore store() throws IOException;

    private static ModelVersion insert(ModelStore store, Scope scope, String content) throws IOException {
        return store.insert("tests", scope, MONDAY, "new", content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void numbersVersionsByScopeAndReadsThemBack() throws IOException {
        ModelStore store = store();

        ModelVersion first = insert(store, JOB, "one");
        ModelVersion second = insert(store, JOB, "two");
        ModelVersion other = insert(store, Scope.controller(), "three");

        assertThat(first).isEqualTo(new ModelVersion("tests", JOB, 1, ModelState.OBSERVING, MONDAY, MONDAY, "new"));
        assertThat(second.number()).isEqualTo(2);
        assertThat(other.number()).isEqualTo(1);
        assertThat(store.list("tests", JOB)).containsExactly(first, second);
        assertThat(store.list("deploys", JOB)).isEmpty();
        assertThat(store.read(second)).asString().isEqualTo("two");
        assertThat(store.read(other)).asString().isEqualTo("three");
    }

    @Test
    void keepsANewState() throws IOException {
        ModelStore store = store();
        ModelVersion version = insert(store, JOB, "one");

        ModelVersion after = store.setState(version, ModelState.ACTIVE, TUESDAY, "good");

        assertThat(after).isEqualTo(version.in(ModelState.ACTIVE, TUESDAY, "good"));
        assertThat(store.list("tests", JOB)).containsExactly(after);
    }

    @Test
    void neverGivesANumberTwice() throws IOException {
        ModelStore store = store();
        ModelVersion first = insert(store, JOB, "one");
        store.delete(first);
        store.delete(first);

        assertThat(store.list("tests", JOB)).isEmpty();
        assertThat(insert(store, JOB, "two").number()).isEqualTo(2);
        assertThatThrownBy(() -> store.read(first)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.setState(first, ModelState.ACTIVE, TUESDAY, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no version 1 for job team/app/main");
    }

    @Test
    void takesAnyName() throws IOException {
        ModelStore store = store();
        Scope strange = Scope.job("../../etc/passwd \u00e9\n" + "x".repeat(300));
        Scope similar = Scope.job("../../etc/passwd \u00e8\n" + "x".repeat(300));

        insert(store, strange, "one");

        assertThat(store.list("tests", strange)).hasSize(1);
        assertThat(store.list("tests", similar)).isEmpty();
    }
}
