/** Words of a selection for mails and other texts, where the plugin token-macro is installed. */
package io.jenkins.plugins.mlci.plugin.testselector.token;
