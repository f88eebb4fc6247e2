/** The one history of this controller. */
package io.jenkins.plugins.mlci.plugin.shared.store;
