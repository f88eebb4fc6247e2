/** Watches live features and outcomes against those of training, and says when a model no longer fits its world. */
package io.jenkins.plugins.mlci.shared.watch;
