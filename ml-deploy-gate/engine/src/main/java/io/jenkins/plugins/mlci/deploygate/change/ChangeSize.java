package io.jenkins.plugins.mlci.deploygate.change;

/**
 * How large and how spread a change is. Each number is 0 or more, NaN when unknown.
 *
 * @param commits commits that it spans
 * @param authors people who wrote it
 * @param added lines added
 * @param deleted lines deleted
 * @param files files that differ
 * @param folders folders that these files are in
 * @param subsystems top-level parts of the repository that these files are in
 * @param entropy Shannon entropy in bits of the changed lines over the files (A. Hassan, ICSE 2009)
 * @param binaries files without lines
 * @param config files of configuration: YAML, properties, templates and the like
 * @param code files of program code
 * @param tests files of tests
 * @param docs files of documentation
 * @param data files of data: JSON, CSV and the like
 */
public record ChangeSize(
        double commits,
        double authors,
        double added,
        double deleted,
        double files,
        double folders,
        double subsystems,
        double entropy,
        double binaries,
        double config,
        double code,
        double tests,
        double docs,
        double data) {
    private static final double NAN = Double.NaN;

    /** Nothing is known. */
    public static final ChangeSize UNKNOWN =
            new ChangeSize(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
}
