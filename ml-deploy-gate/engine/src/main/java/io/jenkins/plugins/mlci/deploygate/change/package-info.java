/** What is being deployed since the last good deployment. */
package io.jenkins.plugins.mlci.deploygate.change;
