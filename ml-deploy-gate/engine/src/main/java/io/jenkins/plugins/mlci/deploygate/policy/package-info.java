/** From a probability to a verdict: thresholds, costs, freeze windows. */
package io.jenkins.plugins.mlci.deploygate.policy;
