package io.jenkins.plugins.mlci.logscan.line;

/**
 * Finds the timestamps that lead a line, reads the first one that has a full date (or else the first), and moves the message behind
 * them. A CI server, a tool and its logger may each put one in front, so there may be several.
 *
 * <p>A time without a date starts again at midnight; here it goes on counting, so that differences stay right.
 */
final class Timestamps {
    private static final int MOST = 4;
    private static final long DAY = 86_400_000L;
    private static final long HALF_DAY = DAY / 2;

    private final StampScanner scanner = new StampScanner();
    private long lastTimeOfDay = Long.MIN_VALUE;
    private long daysPassed;

    /** Sets the time, its kind and where the message starts. */
    void read(Line line) {
        line.millis = Line.NO_TIME;
        line.timeKind = TimeKind.NONE;
        int at = skipBlanks(line.bytes, line.start, line.end);
        for (int found = 0; found < MOST; found++) {
            int next = scanner.scan(line.bytes, at, line.end);
            if (next < 0) {
                break;
            }
            if (line.timeKind == TimeKind.NONE
                    || line.timeKind != TimeKind.INSTANT && scanner.kind() == TimeKind.INSTANT) {
                line.millis = scanner.millis();
                line.timeKind = scanner.kind();
            }
            // Blanks behind the time may be the indentation of what the line says: one goes with the stamp, the rest
            // stays.
            at = next < line.end && line.bytes[next] == ' ' ? next + 1 : next;
            line.message = at;
        }
        if (line.timeKind == TimeKind.TIME_OF_DAY) {
            line.millis = unwrapped(line.millis);
        }
    }

    private long unwrapped(long timeOfDay) {
        if (lastTimeOfDay != Long.MIN_VALUE) {
            long step = timeOfDay - lastTimeOfDay;
            if (step < -HALF_DAY) {
                daysPassed++;
            } else if (step > HALF_DAY && daysPassed > 0) {
                daysPassed--;
            }
        }
        lastTimeOfDay = timeOfDay;
        return daysPassed * DAY + timeOfDay;
    }

    private static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ' && at - from < 8) {
            at++;
        }
        return at;
    }
}
