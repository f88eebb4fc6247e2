/** Compact binary forms of what a history keeps in bulk: test outcomes, test statistics, changed files. */
package io.jenkins.plugins.mlci.shared.history.columnar;
