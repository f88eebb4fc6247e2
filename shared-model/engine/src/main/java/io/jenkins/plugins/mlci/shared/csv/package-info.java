/** Reads tables of recorded histories from CSV files (RFC 4180), as forgiving as people's exports need. */
package io.jenkins.plugins.mlci.shared.csv;
