/** The steps of a pipeline. */
package io.jenkins.plugins.mlci.plugin.deploygate.step;
