package io.jenkins.plugins.mlci.shared.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.model.Models;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
    private static final String TESTS = "test-selection";
    private static final Scope JOB = Scope.job("team/app");
    private static final Comparison.Verdict GOOD =
            new Comparison.Verdict(true, new Interval(0, 0, 0), "It is not worse.");
    private static final Comparison.Verdict BAD =
            new Comparison.Verdict(false, new Interval(-1, -1, -1), "It may be worse.");

    private final InMemoryModelStore store = new InMemoryModelStore();
    private final ModelRegistry registry =
            new ModelRegistry(store, Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));

    private ModelVersion promoted(Scope scope, long seed) throws IOException {
        return registry.promote(registry.propose(TESTS, scope, Models.boosted(seed)), GOOD);
    }

    private long seedInForce(Scope scope) throws IOException {
        return registry.inForce(TESTS, scope)
                .map(found -> found.model().provenance().seed())
                .orElse(-1L);
    }

    @Test
    void aScopeCollectsThenObservesThenIsActive() throws IOException {
        assertThat(registry.state(TESTS, JOB)).isEqualTo(ModelState.COLLECTING);

        ModelVersion version = registry.propose(TESTS, JOB, Models.boosted(1));
        assertThat(registry.state(TESTS, JOB)).isEqualTo(ModelState.OBSERVING);
        assertThat(registry.inForce(TESTS, JOB)).isEmpty();

        registry.promote(version, GOOD);
        assertThat(registry.state(TESTS, JOB)).isEqualTo(ModelState.ACTIVE);
        assertThat(seedInForce(JOB)).isEqualTo(1);
        assertThat(registry.inForce(TESTS, JOB).orElseThrow().note()).isEmpty();
    }

    @Test
    void aWorseCandidateGoesOnObserving() throws IOException {
        promoted(JOB, 1);
        ModelVersion candidate = registry.propose(TESTS, JOB, Models.boosted(2));

        ModelVersion after = registry.promote(candidate, BAD);

        assertThat(after.state()).isEqualTo(ModelState.OBSERVING);
        assertThat(after.reason()).isEqualTo("It may be worse.");
        assertThat(seedInForce(JOB)).isEqualTo(1);
    }

    @Test
    void rollsBackInOneCallAndThenAgain() throws IOException {
        promoted(JOB, 1);
        promoted(JOB, 2);
        promoted(JOB, 3);
        assertThat(seedInForce(JOB)).isEqualTo(3);

        registry.rollBack(TESTS, JOB, "Missed a failure.");
        assertThat(seedInForce(JOB)).isEqualTo(2);
        assertThat(registry.list(TESTS, JOB).get(2).state()).isEqualTo(ModelState.SUSPENDED);

        registry.rollBack(TESTS, JOB, "Missed another.");
        assertThat(seedInForce(JOB)).isEqualTo(1);
        assertThat(registry.rollBack(TESTS, JOB, "And another.")).isEmpty();
        assertThat(registry.state(TESTS, JOB)).isEqualTo(ModelState.SUSPENDED);
    }

    @Test
    void borrowsFromTheNextWiderScopeAndSaysSo() throws IOException {
        promoted(Scope.controller(), 9);
        registry.propose(TESTS, JOB, Models.boosted(1));

        ModelInForce found = registry.inForce(TESTS, JOB).orElseThrow();

        assertThat(found.model().provenance().seed()).isEqualTo(9);
        assertThat(found.note())
                .contains("For job team/app the model is still observing", "Borrowed from the whole controller");

        promoted(Scope.family("team"), 5);
        assertThat(seedInForce(JOB)).isEqualTo(5);
    }

    @Test
    void aSuspendedScopeDoesNotComeBackThroughItsParent() throws IOException {
        promoted(Scope.controller(), 9);
        promoted(JOB, 1);

        ModelVersion suspended = registry.suspend(TESTS, JOB, "Drifted.").orElseThrow();

        assertThat(registry.inForce(TESTS, JOB)).isEmpty();
        registry.resume(suspended, "The admin said so.");
        assertThat(seedInForce(JOB)).isEqualTo(1);
        assertThat(registry.suspend(TESTS, Scope.job("other"), "x")).isEmpty();
    }

    @Test
    void aDamagedModelIsAnsweredWithTheParentsAndTheReason() throws IOException {
        promoted(Scope.controller(), 9);
        ModelVersion damaged = store.insert(TESTS, JOB, Instant.EPOCH, "new", new byte[] {'{'});
        registry.promote(damaged, GOOD);

        ModelInForce found = registry.inForce(TESTS, JOB).orElseThrow();

        assertThat(found.version().scope()).isEqualTo(Scope.controller());
        assertThat(found.note()).contains("Could not use version 1 for job team/app", "Borrowed from");
    }

    @Test
    void refusesStepsThatMakeNoSense() throws IOException {
        ModelVersion version = promoted(JOB, 1);

        assertThatThrownBy(() -> registry.promote(version, GOOD)).hasMessageContaining("is ACTIVE");
        assertThatThrownBy(() -> registry.resume(version, "x")).hasMessageContaining("is ACTIVE");
        assertThatThrownBy(() -> Scope.job("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> version.in(ModelState.COLLECTING, Instant.EPOCH, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionThatBecameActiveLastWinsWhenAPromotionWasInterrupted() throws IOException {
        promoted(JOB, 1);
        ModelVersion second = registry.propose(TESTS, JOB, Models.boosted(2));
        store.setState(second, ModelState.ACTIVE, Instant.parse("2026-03-02T10:00:00Z"), "interrupted");

        assertThat(seedInForce(JOB)).isEqualTo(2);
    }

    @Test
    void scopesWidenToTheController() {
        assertThat(Scope.job("a/b/c").parent()).contains(Scope.family("a/b"));
        assertThat(Scope.family("a/b").parent()).contains(Scope.family("a"));
        assertThat(Scope.job("a").parent()).contains(Scope.controller());
        assertThat(Scope.controller().parent()).isEmpty();
    }

    @Test
    void installsRollsBackAndForgets() throws IOException {
        ModelRegistry registry = new ModelRegistry(new InMemoryModelStore(), Clock.systemUTC());
        Scope scope = Scope.job("any");
        for (int i = 1; i <= 4; i++) {
            registry.install("tests", scope, new byte[] {(byte) i}, "It knows more.");
        }
        registry.keepNewest("tests", scope, 3);
        assertThat(registry.list("tests", scope))
                .extracting(ModelVersion::state)
                .containsExactly(ModelState.RETIRED, ModelState.RETIRED, ModelState.ACTIVE);
        assertThat(registry.content(registry.active("tests", scope).orElseThrow()))
                .containsExactly(4);

        assertThat(registry.rollBack("tests", scope, "It is bad.").orElseThrow().number())
                .isEqualTo(3);
        assertThat(registry.content(registry.active("tests", scope).orElseThrow()))
                .containsExactly(3);
        registry.suspend("tests", scope, "Nothing goes.");
        assertThat(registry.state("tests", scope)).isEqualTo(ModelState.SUSPENDED);
        assertThat(registry.active("tests", scope)).isEmpty();
    }
}
