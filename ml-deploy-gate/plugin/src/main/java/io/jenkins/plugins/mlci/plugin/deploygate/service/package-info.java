/** The way to the engine: asks the gate, keeps deployments, outcomes and incidents. */
package io.jenkins.plugins.mlci.plugin.deploygate.service;
