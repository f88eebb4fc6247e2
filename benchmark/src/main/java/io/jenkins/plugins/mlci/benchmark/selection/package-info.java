/** How fast tests are selected. */
package io.jenkins.plugins.mlci.benchmark.selection;
