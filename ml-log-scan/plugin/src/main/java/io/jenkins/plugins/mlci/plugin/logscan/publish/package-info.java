/** What was found, for other plugins; each class is used only where its plugin is installed. */
package io.jenkins.plugins.mlci.plugin.logscan.publish;
