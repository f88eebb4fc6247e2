/** What people see: the line on the build page, the tab, the job's trend, and the same as JSON. */
package io.jenkins.plugins.mlci.plugin.testselector.page;
