/** Splits the tests to run into parts of equal expected time. */
package io.jenkins.plugins.mlci.testselector.shard;
