/** From which risk on which verdict holds, whether it binds, and when nothing is deployed. */
package io.jenkins.plugins.mlci.plugin.deploygate.policy;
