package io.jenkins.plugins.mlci.logscan.cause;

/**
 * A first guess how much a line looks like what went wrong, from its words and shape alone: 0 not at all, above 1 clearly. A line
 * that only says how a command ended, gives advice or counts says less than one that names the problem.
 */
public final class Severity {
    private static final long STRONG = mask(
            WordGroup.ERROR, WordGroup.FATAL, WordGroup.FAIL, WordGroup.EXCEPTION, WordGroup.ABORT, WordGroup.KILLED);
    private static final long WEAK = mask(
            WordGroup.CANNOT,
            WordGroup.MISSING,
            WordGroup.INVALID,
            WordGroup.DENIED,
            WordGroup.TIMEOUT,
            WordGroup.MEMORY,
            WordGroup.DISK,
            WordGroup.ASSERT);
    private static final long CERTAIN = mask(WordGroup.ERROR, WordGroup.FATAL, WordGroup.FAIL);
    private static final int NAMED = LineShape.ERROR_NAME.bit() | LineShape.TEST_FAILED.bit();
    private static final int MARKED = LineShape.ANNOTATION.bit() | LineShape.LEVEL_ERROR.bit() | LineShape.SHOUT.bit();
    private static final int HARMLESS =
            LineShape.LEVEL_INFO.bit() | LineShape.LEVEL_WARNING.bit() | LineShape.LISTING.bit();

    private Severity() {}

    private static long mask(WordGroup... groups) {
        long mask = 0;
        for (WordGroup group : groups) {
            mask |= group.bit();
        }
        return mask;
    }

    /** Whether one of these groups of words adds to the severity of a line. */
    static boolean counts(long groups) {
        return (groups & (STRONG | WEAK)) != 0;
    }

    /**
     * The guess.
     *
     * @param groups a mask of {@link WordGroup}
     * @param shapes a mask of {@link LineShape}
     */
    public static double of(long groups, int shapes) {
        if (LineShape.RULE.in(shapes) || LineShape.BLANK.in(shapes)) {
            return 0;
        }
        long levelled = LineShape.LEVEL_ERROR.in(shapes) ? groups & ~WordGroup.ERROR.bit() : groups;
        int strong = Long.bitCount(levelled & STRONG);
        int weak = Long.bitCount(groups & WEAK);
        boolean named = (shapes & NAMED) != 0;
        double sum = 0.8 * Math.min(2, strong)
                + 0.6 * Math.min(2, weak)
                + (named ? 1.2 : 0)
                + ((shapes & MARKED) != 0 ? 0.8 : 0);
        if (strong + weak > 0 && LineShape.POSITION_FIRST.in(shapes)) {
            sum += 0.8;
        } else if (strong + weak > 0 && LineShape.POSITION.in(shapes)) {
            sum += 0.4;
        }
        if (LineShape.CAUSED_BY.in(shapes) || LineShape.BAD_CODE.in(shapes) || LineShape.COUNT_SOME.in(shapes)) {
            sum += 0.3;
        }
        return sum * factor(groups, shapes, named);
    }

    private static double factor(long groups, int shapes, boolean named) {
        double factor = 1;
        if (LineShape.COUNT_ZERO.in(shapes) && !LineShape.COUNT_SOME.in(shapes)) {
            factor *= 0.2;
        }
        if (LineShape.TEST_PASSED.in(shapes)) {
            factor *= 0.05;
        }
        if (LineShape.SETTING.in(shapes)) {
            factor *= 0.4;
        }
        if (LineShape.ADVICE.in(shapes)) {
            factor *= 0.2;
        }
        if (LineShape.COMMAND.in(shapes)) {
            factor *= 0.3;
        }
        if (!named && LineShape.WRAPPER.in(shapes)) {
            factor *= 0.6;
        }
        if (!named && !LineShape.SHOUT.in(shapes) && (shapes & HARMLESS) != 0) {
            factor *= 0.5;
        }
        if (WordGroup.PASS.in(groups) && !WordGroup.FAIL.in(groups)) {
            factor *= 0.3;
        }
        if (WordGroup.WARNING.in(groups) && (groups & CERTAIN) == 0) {
            factor *= 0.5;
        }
        if (WordGroup.SKIP.in(groups) || WordGroup.RETRY.in(groups)) {
            factor *= 0.7;
        }
        return factor;
    }
}
