package io.jenkins.plugins.mlci.logscan.anomaly;

import io.jenkins.plugins.mlci.logscan.line.Line;

/** A line in the keeper. The objects of the tail are used again. */
final class KeptLine {
    /** The longest text in bytes that is kept of a line. */
    static final int LONGEST = 2048;

    private static final byte[] NOTHING = {};

    long number;
    private long newlineNumber;
    private byte[] text = NOTHING;
    private int length;
    private long fingerprint;
    private long millis;
    private String stage = "";
    private boolean noted;
    private Seen seen;
    private double novelty;
    private long occurrences;

    void set(Line line, Seen ofLine, double noveltyHere) {
        number = line.number();
        newlineNumber = line.newlineNumber();
        length = Math.min(LONGEST, line.end() - line.message());
        if (text.length < length) {
            text = new byte[Math.min(LONGEST, Math.max(length, 2 * text.length))];
        }
        System.arraycopy(line.bytes(), line.message(), text, 0, length);
        fingerprint = line.fingerprint();
        millis = line.millis();
        stage = line.stage();
        noted = line.noted();
        seen = ofLine;
        novelty = noveltyHere;
        occurrences = ofLine.use.count();
    }

    KeptLine copy() {
        KeptLine copy = new KeptLine();
        copy.number = number;
        copy.newlineNumber = newlineNumber;
        copy.text = java.util.Arrays.copyOf(text, length);
        copy.length = length;
        copy.fingerprint = fingerprint;
        copy.millis = millis;
        copy.stage = stage;
        copy.noted = noted;
        copy.seen = seen;
        copy.novelty = novelty;
        copy.occurrences = occurrences;
        return copy;
    }

    /** What is known of it now. Shares the text, so nothing may be set any more. */
    LineEvidence evidence() {
        return new LineEvidence(
                number,
                newlineNumber,
                new LineText(text, length, fingerprint),
                millis,
                stage,
                noted,
                seen.use.form().templateId(),
                novelty,
                occurrences);
    }
}
