package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;
import io.jenkins.plugins.mlci.logscan.cause.LineMark;
import io.jenkins.plugins.mlci.logscan.cause.LineScanner;
import io.jenkins.plugins.mlci.logscan.cause.LineShape;
import io.jenkins.plugins.mlci.logscan.cause.LineSigns;
import io.jenkins.plugins.mlci.logscan.cause.Severity;
import java.nio.charset.StandardCharsets;

/**
 * What a ranker learns from the labels of a case. A labelled line is one to read first when it says what happened: not a frame of a
 * stack trace, not advice, not only how a command ended.
 */
final class CaseMarks {
    private static final double CLEAR = 1;
    private static final int SILENT =
            LineShape.ADVICE.bit() | LineShape.FRAME.bit() | LineShape.RULE.bit() | LineShape.BLANK.bit();
    private static final int NAMED = LineShape.ERROR_NAME.bit() | LineShape.TEST_FAILED.bit();

    private final LogCase given;
    private final boolean single;
    private final LineScanner scanner = new LineScanner();

    CaseMarks(LogCase given) {
        this.given = given;
        // Labels of few lines each name what happened; labels of blocks hold much that follows from it.
        this.single = given.labels().signals().stream().allMatch(range -> range.first() == range.last())
                && given.labels().signals().size() <= 10;
    }

    /** The mark of a line. */
    LineMark of(LineEvidence line) {
        LineLabels labels = given.labels();
        long number = labels.newlines() ? line.newlineNumber() : line.number();
        boolean signal = LineLabels.any(labels.signals(), number);
        byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
        LineSigns signs = scanner.scan(bytes, 0, bytes.length);
        if (!signal && !labels.isError(number)) {
            boolean trace = given.failed() && LineShape.FRAME.in(signs.shapes()) && single;
            return labels.isIgnored(number) || trace ? LineMark.UNCLEAR : LineMark.OTHER;
        }
        boolean ending = LineShape.WRAPPER.in(signs.shapes()) && (signs.shapes() & NAMED) == 0;
        boolean says = (signs.shapes() & SILENT) == 0 && !ending;
        boolean clear = single || Severity.of(signs.groups(), signs.shapes()) >= CLEAR;
        boolean only = given.labels().signals().size() == 1 && single;
        return signal && (says && clear || only) ? LineMark.HEADLINE : LineMark.CAUSE;
    }
}
