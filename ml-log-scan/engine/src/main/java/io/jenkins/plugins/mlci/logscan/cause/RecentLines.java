package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;

/** Looks at lines, and remembers for a while what it saw, since the lines of a log come again. Not thread-safe. */
final class RecentLines {
    private static final int BITS = 11;

    private final LineScanner scanner = new LineScanner();
    private final long[] prints = new long[1 << BITS];
    private final TroubleFilter.Glance[] glances = new TroubleFilter.Glance[1 << BITS];
    private final LineTraits[] traits = new LineTraits[1 << BITS];

    /** What a line may be. */
    TroubleFilter.Glance glance(LineText line) {
        int place = place(line);
        if (glances[place] == null) {
            glances[place] = TroubleFilter.INSTANCE.glance(line.bytes(), 0, line.length());
        }
        return glances[place];
    }

    /** The traits of a line. */
    LineTraits traits(LineText line) {
        int place = place(line);
        if (traits[place] == null) {
            traits[place] = scanner.scan(line.bytes(), 0, line.length()).traits();
        }
        return traits[place];
    }

    /** Where what is known of the line stands; another line that stood there is forgotten. */
    private int place(LineText line) {
        int place = (int) (line.fingerprint() >>> (Long.SIZE - BITS));
        if (prints[place] != line.fingerprint()) {
            prints[place] = line.fingerprint();
            glances[place] = null;
            traits[place] = null;
        }
        return place;
    }
}
