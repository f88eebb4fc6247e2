package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aFormGivesOneTextAndAPipelineAList() {
        assertThat(Lines.split(List.of("*SmokeTest\r\n\n  a.B#c  "))).containsExactly("*SmokeTest", "a.B#c");
        assertThat(Lines.split(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(Lines.split(null)).isEmpty();
        assertThat(Lines.split(List.of(Lines.join(List.of("a", "b"))))).containsExactly("a", "b");
    }

    @Test
    void modesAreNamedInAnyCase() {
        assertThat(Mode.named(" Enforce ")).contains(Mode.ENFORCE);
        assertThat(Mode.named("observe")).contains(Mode.OBSERVE);
        assertThat(Mode.named("maybe")).isEmpty();
        assertThat(Mode.named(null)).isEmpty();
        assertThat(Mode.OBSERVE.text()).isEqualTo("observe");
    }
}
