package io.jenkins.plugins.mlci.shared.registry;

import io.jenkins.plugins.mlci.shared.model.PortableModel;

/**
 * The model that decides for a scope.
 *
 * @param model the model itself
 * @param version which one it is; its scope is wider than the one asked for when it is borrowed
 * @param note says that and why it is borrowed or an older one; empty when it is the scope's own latest
 */
public record ModelInForce(PortableModel model, ModelVersion version, String note) {}
