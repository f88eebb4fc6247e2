/** The calibrated probability that a deployment fails, with an interval and reasons. */
package io.jenkins.plugins.mlci.deploygate.risk;
