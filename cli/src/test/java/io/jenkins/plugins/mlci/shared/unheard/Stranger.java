package io.jenkins.plugins.mlci.shared.unheard;

import io.jenkins.plugins.mlci.shared.history.TestId;

/** Lives in a package that the picture does not have. */
public final class Stranger {
    String name(TestId test) {
        return test.className();
    }
}
