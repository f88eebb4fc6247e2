/** How much to run, as an author names it in a pipeline or on a form. */
package io.jenkins.plugins.mlci.plugin.testselector.policy;
