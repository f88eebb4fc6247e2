/** Who may do what, and one line for everything that was done. */
package io.jenkins.plugins.mlci.plugin.shared.access;
