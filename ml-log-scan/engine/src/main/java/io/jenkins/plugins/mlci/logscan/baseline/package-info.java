/** What a job's good builds look like: their templates, how often, where and how fast. */
package io.jenkins.plugins.mlci.logscan.baseline;
