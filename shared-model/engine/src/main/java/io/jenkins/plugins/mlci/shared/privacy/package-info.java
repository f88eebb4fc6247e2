/** People stay pseudonyms, and what should be forgotten is. */
package io.jenkins.plugins.mlci.shared.privacy;
