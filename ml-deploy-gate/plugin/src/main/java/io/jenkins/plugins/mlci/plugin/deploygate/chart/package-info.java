/** Charts as SVG text, coloured by style sheet classes only, each mark with a shape of its own. No Jenkins class. */
package io.jenkins.plugins.mlci.plugin.deploygate.chart;
