/**
 * One pass over a log, from bytes to findings.
 *
 * <p>Each line: {@code line.LineReader} cleans it, {@code secret} looks for secrets and masks them, {@code template.TemplateMiner}
 * finds its template, {@code anomaly} compares it with the {@code baseline} and keeps it if it stands out. When the log ended,
 * {@code anomaly} gives {@code LogEvidence}; from it {@code cause} ranks the ranges, {@code category} says what kind of failure it is,
 * {@code signature} names it. {@code LogScanner} puts these together, and a part that fails leaves its place empty.
 */
package io.jenkins.plugins.mlci.logscan.scan;
