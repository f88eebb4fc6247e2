/** Finds secrets in text, so that nothing of ours keeps or repeats them. */
package io.jenkins.plugins.mlci.shared.secret;
