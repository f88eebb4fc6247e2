package io.jenkins.plugins.mlci.shared.feature.broken;

import io.jenkins.plugins.mlci.shared.feature.broken.other.AndBack;

/** Breaks the rule against cycles, together with {@link AndBack}. */
public final class GoesRound {
    private final AndBack back = new AndBack();

    public AndBack back() {
        return back;
    }
}
