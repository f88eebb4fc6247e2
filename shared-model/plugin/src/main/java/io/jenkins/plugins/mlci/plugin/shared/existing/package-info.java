/** Learning from the builds that are on the controller already. */
package io.jenkins.plugins.mlci.plugin.shared.existing;
