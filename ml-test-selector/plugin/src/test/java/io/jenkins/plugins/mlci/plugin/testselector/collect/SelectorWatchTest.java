package io.jenkins.plugins.mlci.plugin.testselector.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import io.jenkins.plugins.mlci.shared.watch.DriftVerdict;
import io.jenkins.plugins.mlci.testselector.selection.LearnedSelector;
import io.jenkins.plugins.mlci.testselector.selection.SelectorJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages about models say whether test selection still keeps its promise. */
@WithJenkins
class SelectorWatchTest {
    private static final String PURPOSE = "test-selection";
    private static final Scope SCOPE = Scope.job("watched");
    private static final int FAILING_BUILDS = 40;

    private final SelectorWatch watch = new SelectorWatch();

    /** A stored selector that missed this share of the failures in each failing build. */
    private static byte[] selector(double missed) throws IOException {
        double[] losses = new double[FAILING_BUILDS];
        Arrays.fill(losses, missed);
        ObjectNode json = (ObjectNode)
                new ObjectMapper().readTree(SelectorJson.write(LearnedSelector.empty(1), Map.of("builds", "60")));
        json.put("watch", new StateWriter().reals(losses).toText());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<DriftLevel> level() {
        return watch.verdict(SCOPE).map(DriftVerdict::level);
    }

    @Test
    void judgesTheVersionInForceAndThePageSaysWhy(JenkinsRule jenkins) throws Exception {
        ModelRegistry registry = SharedHistory.get().registry();
        assertThat(level()).isEmpty();

        registry.install(PURPOSE, SCOPE, selector(0), "test");
        assertThat(level()).contains(DriftLevel.STABLE);
        registry.propose(PURPOSE, SCOPE, selector(1));
        assertThat(level()).contains(DriftLevel.STABLE);
        registry.install(PURPOSE, SCOPE, selector(1), "test");
        assertThat(level()).contains(DriftLevel.BROKEN);

        String answer = jenkins.createWebClient()
                .goTo("machine-learning/models/api/json", "application/json")
                .getWebResponse()
                .getContentAsString();
        JsonNode row = new ObjectMapper().readTree(answer).path("models").get(0);

        assertThat(row.path("drift").asText()).isEqualTo("BROKEN");
        assertThat(row.path("driftReasons").get(0).asText()).contains("would have missed 100 % of the failures");

        registry.install(PURPOSE, SCOPE, "{}".getBytes(StandardCharsets.UTF_8), "test");
        assertThat(level()).isEmpty();
    }
}
