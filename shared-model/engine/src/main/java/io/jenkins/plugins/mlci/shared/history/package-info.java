/** What happened: builds, change sets, test outcomes, decisions, deployments and incidents, and the store that keeps them. */
package io.jenkins.plugins.mlci.shared.history;
