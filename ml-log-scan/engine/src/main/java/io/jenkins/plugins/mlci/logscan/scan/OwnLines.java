package io.jenkins.plugins.mlci.logscan.scan;

import io.jenkins.plugins.mlci.logscan.line.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines that this suite itself printed into a log, such as a verdict that quotes the cause. They are no evidence. */
final class OwnLines {
    private static final List<byte[]> PREFIXES =
            List.of(bytes("[ml-log-scan] "), bytes("[ml-test-selector] "), bytes("[ml-deploy-gate] "), bytes("mlci: "));

    private OwnLines() {}

    static boolean has(Line line) {
        int first = line.message() < line.end() ? line.bytes()[line.message()] : 0;
        if (first != '[' && first != 'm') {
            return false;
        }
        for (byte[] prefix : PREFIXES) {
            if (line.saysFirst(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
