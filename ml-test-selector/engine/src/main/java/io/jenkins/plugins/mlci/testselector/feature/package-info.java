/** Turns a change and the history of the tests into numbers, one row a test. */
package io.jenkins.plugins.mlci.testselector.feature;
