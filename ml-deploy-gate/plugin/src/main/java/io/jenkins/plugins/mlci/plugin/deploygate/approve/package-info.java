/** Which gates wait for whom, who may decide, and the decisions themselves. */
package io.jenkins.plugins.mlci.plugin.deploygate.approve;
