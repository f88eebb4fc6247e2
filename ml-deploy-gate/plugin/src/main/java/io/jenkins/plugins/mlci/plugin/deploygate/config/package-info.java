/** What an admin says about the gate. */
package io.jenkins.plugins.mlci.plugin.deploygate.config;
