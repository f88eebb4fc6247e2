package io.jenkins.plugins.mlci.logscan.cause;

/**
 * Tells lines of test reports: which test failed, which passed. The name of a test that passed is full of words such as "fails when", so
 * it matters to know.
 */
final class TestMarks {
    private TestMarks() {}

    /** {@link LineShape#TEST_FAILED}, {@link LineShape#TEST_PASSED} or 0 for a message that begins at {@code from}. */
    static int of(byte[] b, int from, int to, LineSigns signs) {
        int first = b[from];
        if (first < 0) {
            return symbol(b, from, to);
        }
        if (first == 'n' && LineShapes.starts(b, from, to, "not ok ")) {
            return LineShape.TEST_FAILED.bit();
        }
        boolean trouble = signs.has(WordGroup.FAIL) || signs.has(WordGroup.ERROR) || signs.has(WordGroup.CANNOT);
        if (trouble && failed(b, from, to, signs)) {
            return LineShape.TEST_FAILED.bit();
        }
        boolean fine = signs.has(WordGroup.PASS) || signs.has(WordGroup.SKIP);
        return fine && passed(b, from, to, first) ? LineShape.TEST_PASSED.bit() : 0;
    }

    /** Ticks, crosses and bullets, as Jest, Mocha, Vitest and others put before the name of a test. */
    private static int symbol(byte[] b, int from, int to) {
        if (to - from < 4) {
            return 0;
        }
        int sign = (b[from] & 0xFF) << 16 | (b[from + 1] & 0xFF) << 8 | b[from + 2] & 0xFF;
        return switch (sign) {
            case 0xE29C93, 0xE29C94, 0xE2889A, 0xE29C85 -> LineShape.TEST_PASSED.bit();
            case 0xE29C95, 0xE29C96, 0xE29C97, 0xE29C98, 0xE2978F, 0xE29D8C -> LineShape.TEST_FAILED.bit();
            default -> sign >> 8 == 0xC397 ? LineShape.TEST_FAILED.bit() : 0;
        };
    }

    private static boolean failed(byte[] b, int from, int to, LineSigns signs) {
        boolean marked = signs.mayHave('<') && LineShapes.contains(b, from, to, "<<< ")
                || signs.mayHave('-') && LineShapes.contains(b, from, to, "UNEXPECTED-")
                || LineShapes.ends(b, from, to, " FAILED")
                || LineShapes.ends(b, from, to, "... FAIL")
                || LineShapes.ends(b, from, to, "...FAILED")
                || LineShapes.starts(b, from, to, "ERROR ") && LineShapes.contains(b, from, to, "::");
        return marked && !signs.has(LineShape.COUNT_ZERO);
    }

    private static boolean passed(byte[] b, int from, int to, int first) {
        boolean begins =
                switch (first) {
                    case 'o' -> LineShapes.starts(b, from, to, "ok ");
                    case '-' ->
                        LineShapes.starts(b, from, to, "--- PASS") || LineShapes.starts(b, from, to, "--- SKIP");
                    case 'P' ->
                        LineShapes.starts(b, from, to, "PASS ")
                                || LineShapes.starts(b, from, to, "PASSED ")
                                || LineShapes.starts(b, from, to, "PASS:");
                    case '[' -> LineShapes.starts(b, from, to, "[       OK ]");
                    default -> false;
                };
        return begins
                || LineShapes.ends(b, from, to, " PASSED")
                || LineShapes.ends(b, from, to, " SKIPPED")
                || LineShapes.ends(b, from, to, "... ok")
                || LineShapes.ends(b, from, to, "...OK")
                || LineShapes.contains(b, from, to, " PASSED ")
                || LineShapes.contains(b, from, to, " SKIPPED ");
    }
}
