/** What the plugins keep with a build and print into its log. */
package io.jenkins.plugins.mlci.plugin.shared.build;
