/** What the gate says, for other plugins; a class here is used only where its plugin is installed. */
package io.jenkins.plugins.mlci.plugin.deploygate.publish;
