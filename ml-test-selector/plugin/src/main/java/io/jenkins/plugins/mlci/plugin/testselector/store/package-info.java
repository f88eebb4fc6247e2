/** The way to the history, the people and the defaults that all plugins of the suite share. */
package io.jenkins.plugins.mlci.plugin.testselector.store;
