package io.jenkins.plugins.mlci.shared.feature.broken;

import hudson.broken.FakeJenkins;

/** Breaks the rule that an engine knows no Jenkins. */
public final class UsesJenkins {
    String version() {
        return FakeJenkins.version();
    }
}
