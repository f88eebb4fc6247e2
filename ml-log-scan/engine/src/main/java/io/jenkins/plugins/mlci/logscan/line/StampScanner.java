package io.jenkins.plugins.mlci.logscan.line;

/**
 * Reads one timestamp at a place in a line. Each format is tried once, from left to right, without going back more than to its
 * start, so the time is linear in the few bytes of a timestamp.
 *
 * <p>{@link DateStamps Dates}, {@link ClockStamps times of day} and {@link CountedStamps counts} are known. Seconds since 1970 count
 * only with a fraction or in brackets, for other numbers look the same. Each stamp may stand in brackets.
 */
final class StampScanner extends DateStamps {

    /** @return where the stamp that starts at {@code from} ends, with the separator that belongs to it; -1 if none starts there */
    int scan(byte[] bytes, int from, int to) {
        if (to - from < 5) {
            return -1;
        }
        b = bytes;
        end = to;
        int first = bytes[from];
        int closing = first == '[' ? ']' : first == '(' ? ')' : 0;
        int start = closing == 0 ? from : from + 1;
        int c = bytes[start];
        boolean found;
        if (c >= '0' && c <= '9') {
            found = digits(start, closing != 0);
        } else if (c >= 'A' && c <= 'Z') {
            found = named(start);
        } else if (c == ' ' && closing == ']') {
            found = elapsed(start);
        } else {
            found = c == 't' && travis(start);
        }
        return found ? close(closing) : -1;
    }

    /** A stamp ends where a word ends; what separates it from the message goes with it. */
    private int close(int closing) {
        if (closing != 0) {
            while (p < end && b[p] == ' ') {
                p++;
            }
            if (p >= end || b[p] != closing) {
                return -1;
            }
            p++;
            return p;
        }
        if (p == end) {
            return p;
        }
        int c = b[p];
        if (c == ' ' || c == '\t') {
            return p;
        }
        if (c == ']' || c == '|' || c == ';' || c == ',' || c == ':') {
            return p + 1;
        }
        return c == '[' ? p : -1;
    }

    private boolean digits(int start, boolean inBrackets) {
        int run = run(start);
        int next = start + run < end ? b[start + run] : 0;
        switch (run) {
            case 1, 2:
                return next == ':' && timeOnly(start)
                        || run == 2 && shortDate(start, next)
                        || inBrackets && next == '.' && elapsed(start);
            case 4:
                return (next == '-' || next == '/' || next == '.') && yearFirst(start, next);
            case 6:
                return next == ' ' && compactDateAndTime(start);
            case 8:
                return compactDate(start, next);
            case 10, 13:
                return (inBrackets || run == 13 || next == '.') && epoch(start, run);
            default:
                return inBrackets && next == '.' && run <= 7 && elapsed(start);
        }
    }
}
