/** Incidents: category, severity, likely cause, similar ones and what resolved them. */
package io.jenkins.plugins.mlci.deploygate.incident;
