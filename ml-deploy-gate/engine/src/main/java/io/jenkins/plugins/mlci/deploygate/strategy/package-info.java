/** How to roll out, and what would lower the risk. */
package io.jenkins.plugins.mlci.deploygate.strategy;
