/** The steps: scan now, watch a block, and the condition for retries. */
package io.jenkins.plugins.mlci.plugin.logscan.step;
