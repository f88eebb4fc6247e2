/** What is kept with a build: its gates with their approvals, and its deployments. */
package io.jenkins.plugins.mlci.plugin.deploygate.record;
