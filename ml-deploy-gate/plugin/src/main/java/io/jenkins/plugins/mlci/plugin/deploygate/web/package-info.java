/** Where people decide, who waits for what, and where outcomes come in from outside. */
package io.jenkins.plugins.mlci.plugin.deploygate.web;
