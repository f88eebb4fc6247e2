/** What a selection decided, kept in a file of the build's folder, and the questions that pages ask of it. No Jenkins class. */
package io.jenkins.plugins.mlci.plugin.testselector.report;
