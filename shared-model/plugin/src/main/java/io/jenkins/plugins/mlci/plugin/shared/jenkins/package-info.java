/** The only way to the running Jenkins. */
package io.jenkins.plugins.mlci.plugin.shared.jenkins;
