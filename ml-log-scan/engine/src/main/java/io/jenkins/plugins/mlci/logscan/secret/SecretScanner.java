package io.jenkins.plugins.mlci.logscan.secret;

import io.jenkins.plugins.mlci.logscan.line.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in the lines of a log and hides them in the line, so that nothing behind it sees them. Known shapes are found anywhere;
 * passwords and tokens without a shape only behind a name that says so ({@code password=}, {@code "token": }, {@code --secret }). One pass
 * over the bytes of a line. Not thread-safe.
 */
public final class SecretScanner {
    /** How many secrets are listed; more are hidden and counted. */
    public static final int LISTED = 1000;

    private static final int LONGEST_KEY_BLOCK = 400;
    private static final int SHORTEST_SHAPE = 16;
    /** The dashes and the first word of a private key's first line. */
    private static final int SHORTEST_MARK = 10;

    private static final boolean[] NAME = names();

    private final List<Secret> secrets = new ArrayList<>();
    private final Spans spans = new Spans();
    private final Assignment assignment = new Assignment();
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
        spans.clear();
        find(bytes, line.start(), line.end());
        if (spans.count() == 0) {
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

    private void find(byte[] bytes, int start, int end) {
        int name = start;
        int at = start;
        while (at < end) {
            if (NAME[bytes[at] & 0xFF]) {
                at++;
                continue;
            }
            if (at - name >= SHORTEST_SHAPE) {
                shape(bytes, name, at, end);
            }
            if (at - name >= SHORTEST_MARK && bytes[name] == '-' && KeyBlock.begins(bytes, name, end)) {
                spans.add(name, end, SecretKind.PRIVATE_KEY);
                return;
            }
            byte b = bytes[at];
            if (b == '=' || b == ':' || b == ' ') {
                separator(bytes, start, name, at, end);
            }
            at++;
            name = at;
        }
        if (at - name >= SHORTEST_SHAPE) {
            shape(bytes, name, at, end);
        }
    }

    private void shape(byte[] bytes, int from, int to, int end) {
        SecretKind kind = Shapes.kind(bytes, from, to, end);
        if (kind != null) {
            spans.add(from, Shapes.end(bytes, to, end, kind), kind);
        }
    }

    /** What stands behind {@code =}, {@code :} or, for options, a blank may be a secret if the name before it says so. */
    private void separator(byte[] bytes, int start, int name, int at, int end) {
        if (bytes[at] == ':' && at + 2 < end && bytes[at + 1] == '/' && bytes[at + 2] == '/') {
            int password = UrlPassword.find(bytes, at + 3, end);
            if (password > 0) {
                spans.add(password, UrlPassword.end(bytes, password, end), SecretKind.URL_PASSWORD);
            }
            return;
        }
        SecretKind kind = assignment.find(bytes, start, name, at, end);
        if (kind != null) {
            spans.add(assignment.from(), assignment.to(), kind);
        }
    }

    private static boolean[] names() {
        boolean[] names = new boolean[256];
        for (int b = 0; b < 128; b++) {
            names[b] = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '-';
        }
        return names;
    }
}
