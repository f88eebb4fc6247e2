/** What is too old or must be forgotten. */
package io.jenkins.plugins.mlci.plugin.shared.keep;
