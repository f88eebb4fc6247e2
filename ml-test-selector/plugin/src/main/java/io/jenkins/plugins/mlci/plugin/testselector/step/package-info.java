/** The steps of a pipeline and of a Freestyle job. They translate; what is decided, the engine decides. */
package io.jenkins.plugins.mlci.plugin.testselector.step;
