/** What a pipeline author asks for: how much to run, what must always run, and when everything must. */
package io.jenkins.plugins.mlci.testselector.policy;
