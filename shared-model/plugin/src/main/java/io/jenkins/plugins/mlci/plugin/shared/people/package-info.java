/** People become pseudonyms before anything is stored. */
package io.jenkins.plugins.mlci.plugin.shared.people;
