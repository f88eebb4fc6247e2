/** The command {@code mlci}: the engines without Jenkins, for any CI. One class a command; all they share is in {@link io.jenkins.plugins.mlci.cli.CommandContext}. */
package io.jenkins.plugins.mlci.cli;
