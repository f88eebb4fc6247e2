package io.jenkins.plugins.mlci.shared.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelVersionTableTest extends StoreTest {
    private static final String SCOPE = "job:folder/service/main";

    @Test
    void keepsModelsWithTheirVersions() {
        byte[] model = new byte[3_000_000];
        new Random(1).nextBytes(model);
        StoredModel first = store.models().insert(SCOPE, "tests", "observing", "{}", model);
        StoredModel second = store.models().insert(SCOPE, "tests", "candidate", "{\"auc\":0.9}", new byte[0]);
        StoredModel other = store.models().insert("controller", "tests", "candidate", "{}", new byte[] {1});
        reopen();
        assertThat(first).isEqualTo(new StoredModel(SCOPE, "tests", 1, "observing", CLOCK.instant(), "{}"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(other.version()).isEqualTo(1);
        assertThat(store.models().list(SCOPE)).containsExactly(first, second);
        assertThat(store.models().scopes()).containsExactly("controller", SCOPE);
        assertThat(store.models().read(SCOPE, "tests", 1).orElseThrow()).isEqualTo(model);
        assertThat(store.models().read(SCOPE, "tests", 2).orElseThrow()).isEmpty();
        assertThat(store.models().read(SCOPE, "tests", 3)).isEmpty();
        assertThat(store.models().read(SCOPE, "gate", 1)).isEmpty();
    }

    @Test
    void setsAllStatesOrNone() {
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[0]);
        store.models().insert(SCOPE, "tests", "observing", "{}", new byte[0]);
        store.models().setStates(SCOPE, "tests", Map.of(1, "retired", 2, "active"));
        assertThat(store.models().list(SCOPE)).extracting(StoredModel::state).containsExactly("retired", "active");
        Map<Integer, String> wrong = new LinkedHashMap<>();
        wrong.put(1, "active");
        wrong.put(7, "retired");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.models().setStates(SCOPE, "tests", wrong))
                .withMessageContaining("There is no version 7");
        assertThat(store.models().list(SCOPE)).extracting(StoredModel::state).containsExactly("retired", "active");
    }

    @Test
    void replacesMetrics() {
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[0]);
        assertThat(store.models().setMetrics(SCOPE, "tests", 1, "{\"a\":1}")).isTrue();
        assertThat(store.models().setMetrics(SCOPE, "tests", 2, "{}")).isFalse();
        assertThat(store.models().list(SCOPE)).extracting(StoredModel::metrics).containsExactly("{\"a\":1}");
    }

    @Test
    void forgetsVersionsAndScopes() {
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[0]);
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[0]);
        assertThat(store.models().delete(SCOPE, "tests", 1)).isTrue();
        assertThat(store.models().delete(SCOPE, "tests", 1)).isFalse();
        assertThat(store.models()
                        .insert(SCOPE, "tests", "active", "{}", new byte[0])
                        .version())
                .isEqualTo(3);
        assertThat(store.models().deleteScope(SCOPE)).isEqualTo(2);
        assertThat(store.models().scopes()).isEmpty();
    }

    @Test
    void followsARenamedScope() {
        String longScope = "job:" + "f/".repeat(5000);
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[] {5});
        store.models().renameScope(SCOPE, longScope);
        store.models().renameScope("nothing", SCOPE);
        assertThat(store.models().scopes()).containsExactly(longScope);
        assertThat(store.models().read(longScope, "tests", 1).orElseThrow()).containsExactly(5);
        store.models().insert(SCOPE, "tests", "active", "{}", new byte[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> store.models().renameScope(SCOPE, longScope));
    }
}
