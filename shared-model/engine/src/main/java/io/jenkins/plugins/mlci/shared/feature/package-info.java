/** History turned into numbers: named, versioned feature schemas and column tables, missing values explicit as NaN. */
package io.jenkins.plugins.mlci.shared.feature;
