package io.jenkins.plugins.mlci.shared.secret;

/** What to hide in one line: pieces in order that do not overlap. */
public final class Spans {
    private static final int MOST = 64;

    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private int count;
    private SecretKind kind = SecretKind.TOKEN;

    void clear() {
        count = 0;
    }

    /** Adds a piece. One that overlaps the last one is joined with it; of a line with very many the last piece reaches to the end. */
    void add(int start, int end, SecretKind spanKind) {
        if (count == 0) {
            kind = spanKind;
        }
        if (count > 0 && start < to[count - 1] || count == MOST) {
            from[count - 1] = Math.min(start, from[count - 1]);
            to[count - 1] = Math.max(end, to[count - 1]);
            return;
        }
        from[count] = start;
        to[count] = end;
        count++;
    }

    /** How many pieces. */
    public int count() {
        return count;
    }

    /** Where a piece starts. */
    public int from(int index) {
        return from[index];
    }

    /** Behind its last byte. */
    public int to(int index) {
        return to[index];
    }

    /** What the first piece is. */
    public SecretKind kind() {
        return kind;
    }
}
