package io.jenkins.plugins.mlci.shared.feature.broken.other;

import io.jenkins.plugins.mlci.shared.feature.broken.GoesRound;

/** Breaks the rule against cycles, together with {@link GoesRound}. */
public final class AndBack {
    public AndBack of(GoesRound other) {
        return other.back();
    }
}
