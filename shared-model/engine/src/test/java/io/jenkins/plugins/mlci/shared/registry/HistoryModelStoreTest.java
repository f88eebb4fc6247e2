package io.jenkins.plugins.mlci.shared.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelStoreTest extends ModelStoreContract {
    @TempDir
    private Path folder;

    private HistoryStore history;

    @BeforeEach
    void open() {
        history = JdbcHistoryStore.open(StoreLocation.embedded(folder), Clock.systemUTC(), Thread::new);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Override
    protected ModelStore store() {
        return new HistoryModelStore(history.models());
    }

    @Test
    void aVersionOfAnotherHandHasNoReasonAndIsListed() throws IOException {
        StoredModel stored = history.models().insert("job:a/b", "tests", "ACTIVE", "{\"auc\":0.9}", new byte[] {1});

        assertThat(store().list("tests", Scope.job("a/b"))).singleElement().satisfies(version -> {
            assertThat(version.state()).isEqualTo(ModelState.ACTIVE);
            assertThat(version.changed()).isEqualTo(stored.created());
            assertThat(version.reason()).isEmpty();
        });
    }

    @Test
    void aClosedHistoryIsAnIoException() {
        history.close();

        assertThatThrownBy(() -> store().list("tests", Scope.controller())).isInstanceOf(IOException.class);
    }

    @Test
    void scopesSurviveAsText() {
        for (Scope scope :
                new Scope[] {Scope.controller(), Scope.job("team/app:x"), Scope.family("team"), Scope.job("family:a")
                }) {
            assertThat(ScopeText.read(ScopeText.write(scope))).contains(scope);
        }
        assertThat(ScopeText.read("job:")).isEqualTo(Optional.empty());
        assertThat(ScopeText.read("team/app")).isEqualTo(Optional.empty());
        assertThat(ScopeText.read("planet:earth")).isEqualTo(Optional.empty());
    }
}
