/** How models do after they were trained, and what they brought. */
package io.jenkins.plugins.mlci.plugin.shared.watch;
