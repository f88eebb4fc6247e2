/**
 * Reads the test reports that runners leave in a workspace: JUnit XML in its many dialects, streamed, with hostile,
 * broken and left-over files reported instead of trusted.
 */
package io.jenkins.plugins.mlci.testselector.results;
