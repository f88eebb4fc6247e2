/** How fast the history is written and read, and how much room it takes. */
package io.jenkins.plugins.mlci.benchmark.history;
