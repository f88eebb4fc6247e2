/** Charts as SVG text, coloured by style sheet classes only. No Jenkins class. */
package io.jenkins.plugins.mlci.plugin.shared.chart;
