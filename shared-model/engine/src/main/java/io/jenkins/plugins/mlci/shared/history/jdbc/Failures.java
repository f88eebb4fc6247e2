package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException;
import io.jenkins.plugins.mlci.shared.history.columnar.CorruptPayloadException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Turns what databases say into sentences that say what to do. */
final class Failures {
    // H2: https://h2database.com/javadoc/org/h2/api/ErrorCode.html
    private static final int H2_ALREADY_OPEN = 90020;
    private static final Set<Integer> H2_GONE = Set.of(90067, 90098, 90121, 90135);
    private static final Set<Integer> H2_CORRUPT = Set.of(90030, 90048);
    private static final Set<Integer> MV_DAMAGED = Set.of(
            DataUtils.ERROR_READING_FAILED,
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_BLOCK_NOT_FOUND,
            DataUtils.ERROR_UNSUPPORTED_FORMAT);
    private static final Set<Integer> H2_DISK = Set.of(90028, 90031, 90062, 90024);
    // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static final String PG_DISK_FULL = "53100";
    private static final Set<String> PG_LOGIN = Set.of("28000", "28P01");

    /** The beginning of what is said of a file that cannot be trusted; the reason and a closing bracket follow. */
    static final String DAMAGED =
            "its file is damaged and was left as it is. Restore it from a backup, or move it away to start anew (";

    private final String description;

    Failures(String description) {
        this.description = description;
    }

    /** Another transaction was in the way, or inserted the same row first. */
    static boolean isWorthAnotherTry(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || "23505".equals(state));
    }

    /** Whether H2's storage failed below a statement; it then refuses everything until it is opened anew. */
    static boolean isBrokenStorage(SQLException e) {
        return deepest(e, MVStoreException.class) != null || H2_GONE.contains(e.getErrorCode());
    }

    HistoryException translate(String what, Throwable failure) {
        String start = "Cannot " + what + " " + description + ": ";
        SQLException sql = deepest(failure, SQLException.class);
        if (failure instanceof CorruptPayloadException) {
            return new HistoryException(
                    start + "a record in it is damaged: " + failure.getMessage()
                            + ". Restore it from a backup, or delete the build",
                    failure);
        }
        if (sql == null) {
            return new HistoryException(start + failure.getMessage(), failure);
        }
        return translate(start, sql, failure);
    }

    private HistoryException translate(String start, SQLException sql, Throwable failure) {
        int code = sql.getErrorCode();
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (code == H2_ALREADY_OPEN) {
            return new HistoryUnavailableException(start + EmbeddedEngine.IN_USE, failure);
        }
        if (isDamaged(sql)) {
            return new HistoryException(start + DAMAGED + firstLine(sql.getMessage()) + ")", failure);
        }
        if (isRefusedWrite(sql, state)) {
            return new HistoryException(
                    start + "the disk refuses to write. Is it full? (" + reason(sql) + ")", failure);
        }
        if (PG_LOGIN.contains(state)) {
            return new HistoryUnavailableException(start + "the login was refused. Check user and password", failure);
        }
        if (H2_GONE.contains(code) || isConnection(sql, state)) {
            return new HistoryUnavailableException(
                    start + "the database cannot be reached (" + firstLine(sql.getMessage()) + ")", failure);
        }
        return new HistoryException(start + firstLine(sql.getMessage()), failure);
    }

    private static boolean isDamaged(SQLException sql) {
        MVStoreException store = deepest(sql, MVStoreException.class);
        return H2_CORRUPT.contains(sql.getErrorCode()) || store != null && MV_DAMAGED.contains(store.getErrorCode());
    }

    /** H2 adds the whole statement, which says nothing to people. */
    private static String firstLine(String message) {
        String text = message == null ? "no reason was given" : message;
        int statement = text.indexOf("; SQL statement:");
        return (statement < 0 ? text : text.substring(0, statement))
                .lines()
                .findFirst()
                .orElse("");
    }

    private static boolean isConnection(SQLException sql, String state) {
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53300");
    }

    private static boolean isRefusedWrite(SQLException sql, String state) {
        MVStoreException store = deepest(sql, MVStoreException.class);
        return H2_DISK.contains(sql.getErrorCode())
                || PG_DISK_FULL.equals(state)
                || store != null && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
    }

    private static String reason(SQLException sql) {
        IOException io = deepest(sql, IOException.class);
        return firstLine(io == null || io.getMessage() == null ? sql.getMessage() : io.getMessage());
    }

    /** The innermost cause of a type: what the database itself reported, which Hikari and Flyway wrap. */
    private static <T> T deepest(Throwable failure, Class<T> type) {
        T deepest = null;
        Throwable next = failure;
        // H2 makes causes that go round in circles.
        for (int depth = 0; next != null && depth < 20; depth++) {
            if (type.isInstance(next)) {
                deepest = type.cast(next);
            }
            next = next.getCause();
        }
        return deepest;
    }
}
