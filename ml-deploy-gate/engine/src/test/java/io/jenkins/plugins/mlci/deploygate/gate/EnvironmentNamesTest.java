package io.jenkins.plugins.mlci.deploygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {
    @Test
    void saysWhatIsProbablyMeantOtherwise() {
        List<String> known = List.of("prod", "stage");
        assertThat(EnvironmentNames.remark("prod", known)).isEmpty();
        assertThat(EnvironmentNames.remark("prod", List.of())).isEmpty();
        assertThat(EnvironmentNames.remark("Prod", known))
                .hasValueSatisfying(each -> assertThat(each).contains("Prod is not prod"));
        assertThat(EnvironmentNames.remark("prd", known))
                .hasValue("No deployment into prd is known, only into prod, stage.");
        assertThat(EnvironmentNames.remark("x", List.of("a", "b", "c", "d", "e", "f", "g")))
                .hasValue("No deployment into x is known, only into a, b, c, d, e and 2 more.");
    }
}
