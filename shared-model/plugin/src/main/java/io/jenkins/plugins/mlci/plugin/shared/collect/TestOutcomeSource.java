package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;

/** Knows the test results of a build. What several sources say about one build is put together. */
public interface TestOutcomeSource extends ExtensionPoint {
    /**
     * How the tests of a build ended. Called after the build has ended, in the background.
     *
     * @return empty when this source knows nothing about the build
     */
    List<TestOutcome> outcomes(Run<?, ?> run);
}
