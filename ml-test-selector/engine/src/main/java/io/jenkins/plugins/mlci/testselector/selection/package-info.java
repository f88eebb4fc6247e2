/** Chooses the tests of a change: ranks them, applies policy and rules, and says why. */
package io.jenkins.plugins.mlci.testselector.selection;
