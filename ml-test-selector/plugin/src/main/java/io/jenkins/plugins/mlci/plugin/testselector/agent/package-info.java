/** What runs where the workspace is: reading the change, reading reports, writing the runner's files. Travels as JSON. */
package io.jenkins.plugins.mlci.plugin.testselector.agent;
