/** The test runners as an author names them in a pipeline or on a form. Their formats are the engine's. */
package io.jenkins.plugins.mlci.plugin.testselector.runner;
