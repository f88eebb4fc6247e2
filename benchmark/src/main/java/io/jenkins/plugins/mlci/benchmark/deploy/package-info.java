/** Speed of the risk of deployments. */
package io.jenkins.plugins.mlci.benchmark.deploy;
