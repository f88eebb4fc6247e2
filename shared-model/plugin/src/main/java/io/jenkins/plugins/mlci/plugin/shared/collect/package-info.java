/** Makes the history follow what happens in Jenkins: builds, their tests and changes, deletions and moves. */
package io.jenkins.plugins.mlci.plugin.shared.collect;
