/** Recorded deployments, changes and incidents again in time order, beside known methods. */
package io.jenkins.plugins.mlci.deploygate.replay;
