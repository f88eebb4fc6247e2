/** Metrics of predictions against what really happened, pure functions of arrays, and splits in time order. */
package io.jenkins.plugins.mlci.shared.evaluate;
