/**
 * Reads what changed from a Git repository, without touching it, and sorts files into kinds. Where the change cannot be
 * known for sure, it says so, and all tests are to run.
 */
package io.jenkins.plugins.mlci.testselector.change;
