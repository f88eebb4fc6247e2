/** The output of a selection for each test runner: files, arguments, and what the runner cannot express. */
package io.jenkins.plugins.mlci.testselector.runner;
