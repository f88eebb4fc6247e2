package io.jenkins.plugins.mlci.deploygate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.delivery.RollbackDetector.Step;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackDetectorTest {
    @ParameterizedTest
    @CsvSource({
        // deployed before, deployed now, what is taken back
        "'1 2', 1, 2",
        "'1 2 3', 1, '2 3'",
        "'1 2 3', 2, 3",
        "'1 2', 2, ''",
        "'1 2', 3, ''",
        "'', 1, ''",
        // Forward again after a rollback is no rollback.
        "'1 2 1', 2, ''",
        "'1 2 1 3', 2, 3",
        "'1 2 1 3', 1, 3",
        "'1 - 2', -, ''",
        "'1 2 -', 1, ''"
    })
    void recognisesEarlierVersions(String before, String now, String takenBack) {
        List<Step> steps = new ArrayList<>();
        for (String version : before.isEmpty() ? new String[0] : before.split(" ")) {
            steps.add(new Step("d" + version, version.equals("-") ? "" : version));
        }
        List<String> versions = RollbackDetector.takenBack(steps, now.equals("-") ? "" : now).stream()
                .map(Step::version)
                .toList();
        assertThat(String.join(" ", versions)).isEqualTo(takenBack);
    }

    @Property
    void neverTakesBackWhatIsDeployedNow(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 5) Integer> before,
            @ForAll @IntRange(min = 1, max = 6) int now) {
        List<Step> steps = new ArrayList<>();
        for (int version : before) {
            steps.add(new Step("d" + steps.size(), "v" + version));
        }
        assertThat(RollbackDetector.takenBack(steps, "v" + now))
                .noneMatch(step -> step.version().equals("v" + now))
                .allMatch(steps::contains);
        assertThat(RollbackDetector.takenBack(steps, "v99")).isEmpty();
    }
}
