/** The assessment of one deployment, put together. */
package io.jenkins.plugins.mlci.deploygate.gate;
