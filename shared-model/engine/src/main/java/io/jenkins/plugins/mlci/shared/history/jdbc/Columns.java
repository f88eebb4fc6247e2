package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.columnar.LosslessText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

/** How values of ours become values of a column, and back. */
final class Columns {
    /** Longest text that may be part of an index. */
    static final int MAX_KEY = 255;

    private static final int HASH_BYTES = 16;

    private Columns() {}

    /** Any string for a text column. */
    static String text(String value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        return LosslessText.escape(value);
    }

    /** A string for an indexed text column. */
    static String key(String value, String what) {
        if (value != null && value.length() > MAX_KEY) {
            throw new IllegalArgumentException("The " + what + " has " + value.length() + " characters, and at most "
                    + MAX_KEY + " can be kept: shorten it");
        }
        return text(value, what);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return LosslessText.unescape(row.getString(column));
    }

    /** Milliseconds since 1970; times out of their range become the first or last one. */
    static long millis(Instant time) {
        if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        return time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    /** The first millisecond that is not before a time; for comparing with times that were cut to milliseconds. */
    static long millisUp(Instant time) {
        long millis = millis(time);
        boolean cut = millis != Long.MAX_VALUE && Instant.ofEpochMilli(millis).isBefore(time);
        return cut ? millis + 1 : millis;
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /** What an index can hold instead of a text of any length. */
    static byte[] hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(LosslessText.escape(text).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
