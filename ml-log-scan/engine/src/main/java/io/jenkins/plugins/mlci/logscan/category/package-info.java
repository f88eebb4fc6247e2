/** What kind of failure it is, and whether it goes away by itself. */
package io.jenkins.plugins.mlci.logscan.category;
