package io.jenkins.plugins.mlci.deploygate.change;

/**
 * What the repository's past says of the changed files and of who changed them, as it was known before the deployment. Each
 * number is 0 or more, NaN when unknown; what is unknown here is counted over the earlier deployments themselves where
 * their files are known.
 *
 * @param linesBefore lines that the files had before
 * @param developers people who changed these files before
 * @param ageDays days since these files were last changed, mean over the files
 * @param earlierChanges earlier changes of these files
 * @param experience earlier changes of the author
 * @param recentExperience the same, each change counting less the older it is
 * @param subsystemExperience earlier changes of the author in the same part of the repository
 * @param fileRollbacksMost failed or rolled back deployments of the file that had most of them
 * @param fileRollbacks failed or rolled back deployments, counted for each of these files
 */
public record ChangePast(
        double linesBefore,
        double developers,
        double ageDays,
        double earlierChanges,
        double experience,
        double recentExperience,
        double subsystemExperience,
        double fileRollbacksMost,
        double fileRollbacks) {
    private static final double NAN = Double.NaN;

    /** Nothing is known. */
    public static final ChangePast UNKNOWN = new ChangePast(NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
}
