/**
 * Reads the history that a Jenkins already has: an existing {@code JENKINS_HOME}, a folder or a single job in it.
 *
 * <p>Everything is read as input from outside: the files may be cut off, corrupt or written by somebody hostile. What
 * cannot be read is left out and said in a sentence. Nothing is ever written, and no link is followed out of the folder
 * that was given.
 */
package io.jenkins.plugins.mlci.shared.jenkinshome;
