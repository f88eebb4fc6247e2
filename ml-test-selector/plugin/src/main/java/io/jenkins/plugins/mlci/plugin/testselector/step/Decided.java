package io.jenkins.plugins.mlci.plugin.testselector.step;

import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;

/**
 * What was decided for a build.
 *
 * @param result what the engine answered, or what of it can be done
 * @param policy the policy, the step's own or the administrator's
 * @param observe whether all tests run, whatever is decided
 * @param referenceBuild number of the build that the change is compared with; 0 when there is none
 */
record Decided(SelectionResult result, PolicyConfig policy, boolean observe, long referenceBuild) {
    /** The same where something else really happens. */
    Decided with(TestSelection really) {
        return new Decided(result.with(really), policy, observe, referenceBuild);
    }
}
