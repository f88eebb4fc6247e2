/** The online template miner: lines that differ only in their values share a template. */
package io.jenkins.plugins.mlci.logscan.template;
