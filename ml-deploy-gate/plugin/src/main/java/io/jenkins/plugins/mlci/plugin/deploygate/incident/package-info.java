/** Who may see which deployments and incidents, and what can be done about an incident. */
package io.jenkins.plugins.mlci.plugin.deploygate.incident;
