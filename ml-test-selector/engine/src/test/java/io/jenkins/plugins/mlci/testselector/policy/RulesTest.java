package io.jenkins.plugins.mlci.testselector.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void defaultsRunEverythingNowAndThen() {
        assertThat(Rules.DEFAULT.mustRun()).isEmpty();
        assertThat(Rules.DEFAULT.runAllOn()).isEmpty();
        assertThat(Rules.DEFAULT.fullEvery()).isEqualTo(50);
        assertThat(Rules.DEFAULT.leastBuilds()).isEqualTo(20);
    }

    @Test
    void keepsItsOwnCopies() {
        List<String> patterns = new ArrayList<>(List.of("*Smoke*"));
        Rules rules = new Rules(patterns, patterns, 0, 0);
        patterns.add("*");

        assertThat(rules.mustRun()).containsExactly("*Smoke*");
        assertThat(rules.runAllOn()).containsExactly("*Smoke*");
        assertThatThrownBy(() -> rules.mustRun().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void numbersOfBuildsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(List.of(), List.of(), -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(List.of(), List.of(), 0, -1));
    }
}
