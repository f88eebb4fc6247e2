package io.jenkins.plugins.mlci.shared.feature.broken;

import io.jenkins.plugins.mlci.shared.model.Link;

/** Goes against the arrows of the picture: features may not know models. */
public final class LooksUp {
    String name(Link link) {
        return link.name();
    }
}
