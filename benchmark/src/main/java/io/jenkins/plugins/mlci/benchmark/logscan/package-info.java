/** How fast logs are scanned. */
package io.jenkins.plugins.mlci.benchmark.logscan;
