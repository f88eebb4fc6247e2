/** What people and programs see: the build's tab, environments, incidents, the trend of a job. */
package io.jenkins.plugins.mlci.plugin.deploygate.page;
