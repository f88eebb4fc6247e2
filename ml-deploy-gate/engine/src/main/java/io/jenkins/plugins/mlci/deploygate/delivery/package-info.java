/** How deployments went: the four DORA figures, calibration, what a gate would have stopped. */
package io.jenkins.plugins.mlci.deploygate.delivery;
