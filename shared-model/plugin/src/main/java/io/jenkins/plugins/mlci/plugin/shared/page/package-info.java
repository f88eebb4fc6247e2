/** The pages below Manage Jenkins, and what admins are told. */
package io.jenkins.plugins.mlci.plugin.shared.page;
