package io.jenkins.plugins.mlci.testselector.results;

/**
 * What reading reports may cost; beyond it a report is cut short and said to be incomplete.
 *
 * @param tagChars the longest tag with its attributes, or comment, in characters
 * @param reportChars the longest report in characters
 * @param cases the most cases in one report
 * @param files the most report files
 * @param depth how many folders below its start a search goes
 */
public record ReportLimits(long tagChars, long reportChars, int cases, int files, int depth) {
    /** 8 Mi characters a tag (long assertion messages are attributes), 4 Gi a report, a million cases, 100,000 files, 64 folders deep. */
    public static final ReportLimits DEFAULT = new ReportLimits(8L << 20, 4L << 30, 1_000_000, 100_000, 64);

    public ReportLimits {
        if (tagChars < 1 || reportChars < 1 || cases < 1 || files < 1 || depth < 1) {
            throw new IllegalArgumentException("Limits for reading reports must be at least 1");
        }
    }
}
