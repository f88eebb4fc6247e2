package io.jenkins.plugins.mlci.logscan.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TransientKnowledgeTest {
    @Test
    void beginsWithWhatIsUsual() {
        for (FailureCategory category : FailureCategory.values()) {
            assertThat(TransientKnowledge.none().probability(category)).isEqualTo(category.usuallyTransient());
        }
    }

    @Test
    void retriesThatHelpRaiseItAndOthersLowerIt() {
        TransientKnowledge helped = TransientKnowledge.none();
        TransientKnowledge failed = TransientKnowledge.none();
        for (int i = 0; i < 10; i++) {
            helped = helped.learn(FailureCategory.TEST, true);
            failed = failed.learn(FailureCategory.NETWORK, false);
        }
        assertThat(helped.probability(FailureCategory.TEST)).isGreaterThan(0.7);
        assertThat(failed.probability(FailureCategory.NETWORK)).isLessThan(0.3);
        assertThat(helped.probability(FailureCategory.DISK)).isEqualTo(FailureCategory.DISK.usuallyTransient());
    }

    @Test
    void oldOutcomesFade() {
        TransientKnowledge knowledge = TransientKnowledge.none();
        for (int i = 0; i < 500; i++) {
            knowledge = knowledge.learn(FailureCategory.TEST, true);
        }
        assertThat(knowledge.retried().get(FailureCategory.TEST)).isLessThanOrEqualTo(TransientKnowledge.MOST);
        for (int i = 0; i < 60; i++) {
            knowledge = knowledge.learn(FailureCategory.TEST, false);
        }
        assertThat(knowledge.probability(FailureCategory.TEST)).isLessThan(0.5);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> new TransientKnowledge(Map.of(FailureCategory.TEST, -1.0), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0");
    }
}
