/** The fingerprint of a failure, and where it was seen before. */
package io.jenkins.plugins.mlci.logscan.signature;
