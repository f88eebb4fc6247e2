package io.jenkins.plugins.mlci.logscan.secret;

import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.shared.secret.KeyBlock;
import io.jenkins.plugins.mlci.shared.secret.SecretFinder;
import io.jenkins.plugins.mlci.shared.secret.SecretKind;
import io.jenkins.plugins.mlci.shared.secret.Spans;
import java.util.ArrayList;
import java.util.List;

/** Hides the secrets in the lines of a log, so that nothing behind it sees them, and lists them. Not thread-safe. */
public final class SecretScanner {
    /** How many secrets are listed; more are hidden and counted. */
    public static final int LISTED = 1000;

    private static final int LONGEST_KEY_BLOCK = 400;
    private static final int PLACES = 4096;

    private final List<Secret> secrets = new ArrayList<>();
    private final SecretFinder finder = SecretFinder.careful();
    /** Fingerprints of lines without secrets that were seen lately: many lines come again, but for their times. */
    private final long[] clean = new long[PLACES];

    private long count;
    private long keyBlock;
    private long keyBlockStart;
    private String keyBlockText = "";

    /**
     * Looks at a line and hides what is secret in it.
     *
     * @return whether something was hidden
     */
    public boolean scan(Line line) {
        byte[] bytes = line.bytes();
        if (keyBlock > 0 && insideKeyBlock(line)) {
            return true;
        }
        long print = line.fingerprint();
        int place = (int) (print >>> 52);
        if (clean[place] == print) {
            return false;
        }
        Spans spans = finder.find(bytes, line.start(), line.end());
        if (spans.count() == 0) {
            clean[place] = print;
            return false;
        }
        SecretKind kind = spans.kind();
        int start = line.start();
        for (int i = spans.count() - 1; i >= 0; i--) {
            // Hiding moves the line to bytes of its own, but not what stands before.
            line.hide(line.start() + spans.from(i) - start, line.start() + spans.to(i) - start);
        }
        if (kind == SecretKind.PRIVATE_KEY) {
            keyBlock = LONGEST_KEY_BLOCK;
            keyBlockStart = line.number();
            keyBlockText = line.text();
        } else {
            report(line.number(), line.number(), kind, line.text());
        }
        return true;
    }

    /** The secrets found so far, in order of the lines; the first {@link #LISTED}. */
    public List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    /** How many were found so far. */
    public long count() {
        return count;
    }

    private void report(long first, long last, SecretKind kind, String masked) {
        count++;
        if (secrets.size() < LISTED) {
            secrets.add(new Secret(first, last, kind, masked));
        }
    }

    /** A private key ends with its end mark; without one, with the first line that is not base 64. */
    private boolean insideKeyBlock(Line line) {
        keyBlock--;
        boolean end = KeyBlock.ends(line.bytes(), line.message(), line.end());
        boolean body = !end && KeyBlock.body(line.bytes(), line.message(), line.end());
        if (body) {
            line.hide(line.message(), line.end());
        }
        if (end || !body || keyBlock == 0) {
            keyBlock = 0;
            report(
                    keyBlockStart,
                    end || body ? line.number() : line.number() - 1,
                    SecretKind.PRIVATE_KEY,
                    keyBlockText);
        }
        return body;
    }
}
