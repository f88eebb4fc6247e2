/** The scan on the pages of a build and a job, and as JSON. */
package io.jenkins.plugins.mlci.plugin.logscan.page;
