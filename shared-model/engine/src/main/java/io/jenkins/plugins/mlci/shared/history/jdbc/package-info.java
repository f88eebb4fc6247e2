/** The history store over JDBC: embedded H2 or PostgreSQL, one class for each kind of record. */
package io.jenkins.plugins.mlci.shared.history.jdbc;
