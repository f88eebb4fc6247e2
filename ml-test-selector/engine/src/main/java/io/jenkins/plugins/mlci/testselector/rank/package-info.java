/** Puts tests in order: prior knowledge, what a job's own history teaches, and the choice between them. */
package io.jenkins.plugins.mlci.testselector.rank;
