/** Portable models: what is kept of a training, how it is validated, scored in batches and explained. */
package io.jenkins.plugins.mlci.shared.model;
