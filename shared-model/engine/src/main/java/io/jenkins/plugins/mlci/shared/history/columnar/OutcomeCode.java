package io.jenkins.plugins.mlci.shared.history.columnar;

import io.jenkins.plugins.mlci.shared.history.Outcome;

/** Outcomes as bytes on disk: the order of the enum may change, the meaning of a stored byte may not. */
final class OutcomeCode {
    private static final Outcome[] BY_CODE = {
        Outcome.PASSED, Outcome.FAILED, Outcome.ERROR, Outcome.SKIPPED, Outcome.FLAKY
    };
    private static final byte[] CODES = codes();

    private OutcomeCode() {}

    static byte of(Outcome outcome) {
        return CODES[outcome.ordinal()];
    }

    static Outcome outcome(long code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new CorruptPayloadException("there is no outcome with code " + code);
        }
        return BY_CODE[(int) code];
    }

    private static byte[] codes() {
        byte[] codes = new byte[Outcome.values().length];
        for (byte code = 0; code < BY_CODE.length; code++) {
            codes[BY_CODE[code].ordinal()] = code;
        }
        return codes;
    }
}
