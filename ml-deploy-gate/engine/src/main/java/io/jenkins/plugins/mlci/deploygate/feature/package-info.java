/** What is known of a deployment before it starts, as numbers. */
package io.jenkins.plugins.mlci.deploygate.feature;
