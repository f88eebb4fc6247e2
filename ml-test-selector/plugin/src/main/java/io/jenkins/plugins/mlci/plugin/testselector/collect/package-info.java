/** What this plugin tells the history about a build, and what it hears from it. */
package io.jenkins.plugins.mlci.plugin.testselector.collect;
