/** Secrets that leaked into a log; they are reported masked and never repeated. */
package io.jenkins.plugins.mlci.logscan.secret;
