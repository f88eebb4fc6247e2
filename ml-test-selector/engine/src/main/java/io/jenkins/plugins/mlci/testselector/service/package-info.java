/** What the command line and the plugin call: selects from a store, keeps what was learned, records and judges decisions. */
package io.jenkins.plugins.mlci.testselector.service;
