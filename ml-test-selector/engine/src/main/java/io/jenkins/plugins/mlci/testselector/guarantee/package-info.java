/** How many failures a selection keeps, guaranteed from what it would have kept in recent builds. */
package io.jenkins.plugins.mlci.testselector.guarantee;
