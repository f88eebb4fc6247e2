package io.jenkins.plugins.mlci.logscan.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Knows in which stage a line is, from the marks that CI servers write: Jenkins Pipeline blocks, groups of GitHub Actions and Azure,
 * folds of Travis, sections of GitLab. Blocks nest; the stage is the innermost one with a name. Logs of parallel stages are mixed, so
 * there the stage is only that of the block that was opened last.
 */
final class StageTracker {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 120;

    private final Deque<String> blocks = new ArrayDeque<>();
    private String stage = "";

    /** Sets the stage of the line; a mark that opens a stage is in it, one that closes a stage too. */
    void follow(Line line) {
        byte[] bytes = line.bytes;
        int at = line.message;
        int end = line.end;
        String before = stage;
        boolean closes = false;
        if (end - at > 8) {
            switch (bytes[at]) {
                case '[' -> closes = pipeline(bytes, at, end);
                case '#' -> closes = group(bytes, at, end);
                case 't' -> closes = fold(bytes, at, end);
                case 's' -> closes = section(bytes, at, end);
                default -> {
                    /* no mark starts so */
                }
            }
        }
        line.stage = closes ? before : stage;
    }

    private boolean pipeline(byte[] bytes, int at, int end) {
        if (!starts(bytes, at, end, "[Pipeline] ")) {
            return false;
        }
        int word = at + 11;
        if (word < end && bytes[word] == '{') {
            boolean named = word + 3 < end && bytes[word + 1] == ' ' && bytes[word + 2] == '(' && bytes[end - 1] == ')';
            open(named ? name(bytes, word + 3, end - 1) : "");
            return false;
        }
        if (word < end && bytes[word] == '}') {
            close();
            return true;
        }
        return false;
    }

    private boolean group(byte[] bytes, int at, int end) {
        if (starts(bytes, at, end, "##[group]")) {
            blocks.clear();
            open(name(bytes, at + 9, end));
            return false;
        }
        return false;
    }

    private boolean fold(byte[] bytes, int at, int end) {
        if (starts(bytes, at, end, "travis_fold:start:")) {
            open(name(bytes, at + 18, end));
            return false;
        }
        if (starts(bytes, at, end, "travis_fold:end:")) {
            close();
            return true;
        }
        return false;
    }

    private boolean section(byte[] bytes, int at, int end) {
        if (starts(bytes, at, end, "section_start:")) {
            open(name(bytes, afterColon(bytes, at + 14, end), end));
            return false;
        }
        if (starts(bytes, at, end, "section_end:")) {
            close();
            return true;
        }
        return false;
    }

    private void open(String name) {
        if (blocks.size() < DEEPEST) {
            blocks.push(stage);
        }
        if (!name.isEmpty()) {
            stage = name;
        }
    }

    private void close() {
        stage = blocks.isEmpty() ? "" : blocks.pop();
    }

    private static int afterColon(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ':') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    private static String name(byte[] bytes, int from, int to) {
        int length = Math.max(0, Math.min(to - from, LONGEST_NAME));
        return new String(bytes, from, length, StandardCharsets.UTF_8).strip();
    }

    private static boolean starts(byte[] bytes, int at, int end, String word) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
