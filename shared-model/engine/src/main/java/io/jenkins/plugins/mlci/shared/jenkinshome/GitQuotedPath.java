package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Paths as Git writes them. Unusual ones stand in double quotes with the escapes of C and bytes as three octal digits
 * (see {@code core.quotePath} in the manual of git-config).
 */
final class GitQuotedPath {
    private GitQuotedPath() {}

    static String decode(String path) {
        if (path.length() < 2 || path.charAt(0) != '"' || path.charAt(path.length() - 1) != '"') {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        int end = path.length() - 1;
        int at = 1;
        while (at < end) {
            char c = path.charAt(at);
            if (c != '\\' || at + 1 >= end) {
                int next = path.offsetByCodePoints(at, 1);
                bytes.writeBytes(path.substring(at, next).getBytes(StandardCharsets.UTF_8));
                at = next;
            } else if (isOctal(path, at + 1, end)) {
                bytes.write(Integer.parseInt(path.substring(at + 1, at + 4), 8));
                at += 4;
            } else {
                bytes.write(escaped(path.charAt(at + 1)));
                at += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isOctal(String path, int from, int end) {
        return from + 3 <= end && path.substring(from, from + 3).matches("[0-3][0-7]{2}");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 11;
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
