package community.orrery.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection, used by one thread at a time, with its statements kept prepared. Write-ahead log, every commit forced to
 * the disk: what is committed survives kill -9 and a power cut.
 */
final class Database implements AutoCloseable {

    interface Work<T> {
        T run() throws SQLException;
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Vacuuming writes all of the file anew: worth it from a tenth that is empty. */
    private static final int EMPTY_PART = 10;

    private final Path file;
    private final Connection connection;
    private final @Nullable Object opened;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.opened = key(file);
    }

    static Database open(Path file) {
        NativeLibrary.use();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException e) {
            throw said(file, e);
        }
    }

    /** Whether the file is still where it was opened: one that was removed is written further, and lost when it is closed. */
    boolean isInPlace() {
        return Files.exists(file) && Objects.equals(key(file), opened);
    }

    /** What tells a file from another of its name; null where the file system has no such thing. */
    private static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** Runs one transaction: all of it is kept, or nothing. Inside another one it is part of that. */
    <T> T write(Work<T> work) {
        turn.lock();
        try {
            if (turn.getHoldCount() > 1) {
                return work.run();
            }
            return transact(work);
        } catch (SQLException e) {
            throw said(file, e);
        } finally {
            turn.unlock();
        }
    }

    <T> T read(Work<T> work) {
        turn.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw said(file, e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T transact(Work<T> work) throws SQLException {
        boolean kept = false;
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            kept = true;
            return result;
        } finally {
            if (kept) {
                connection.setAutoCommit(true);
            } else {
                undo();
            }
        }
    }

    /** After a full disk SQLite has undone it already and says that there is nothing to undo: what happened is on its way. */
    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // nothing was left to undo
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // no transaction was left to end
        }
    }

    <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = bound(sql, arguments).executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /** What is done with each row. */
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    /** Like {@link #query}, for more rows than fit into memory. */
    void each(String sql, Each each, @Nullable Object... arguments) throws SQLException {
        try (ResultSet result = bound(sql, arguments).executeQuery()) {
            while (result.next()) {
                each.row(result);
            }
        }
    }

    int update(String sql, @Nullable Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    /** Adds to the statement's batch; {@link #flush} runs it. */
    void batch(String sql, @Nullable Object... arguments) throws SQLException {
        bound(sql, arguments).addBatch();
    }

    void flush(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement != null) {
            statement.executeBatch();
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, column(arguments[i]));
        }
        return statement;
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof Duration duration) {
            return duration.toMillis();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof Number || value == null ? value : value.toString();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    /** Writes a compact copy as of this moment, over a connection of its own, so that nobody waits. */
    static void copy(Path file, Path copy) {
        try (Database reader = open(file)) {
            reader.copyTo(copy);
        }
    }

    /**
     * Writes a compact copy, also of a file that somebody has removed meanwhile.
     *
     * @param copy absent or empty
     */
    void copyTo(Path copy) {
        read(() -> {
            endStatements();
            return update("vacuum into ?", copy.toAbsolutePath());
        });
    }

    /** Gives room back to the disk when much of the file is empty, and empties the write-ahead log. */
    void tidy() {
        read(() -> {
            long pages = number("pragma page_count");
            if (number("pragma freelist_count") * EMPTY_PART > pages) {
                endStatements();
                update("vacuum");
            }
            query("pragma optimize", row -> "");
            return query("pragma wal_checkpoint(truncate)", row -> row.getInt(1));
        });
    }

    /** SQLite vacuums only while no statement is under way, and a batch's last one counts as that. They are prepared anew. */
    private void endStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    private long number(String pragma) throws SQLException {
        return query(pragma, row -> row.getLong(1)).get(0);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw said(file, e);
        } finally {
            turn.unlock();
        }
    }

    static ArchiveException said(Path file, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String words =
                switch (code) {
                    case SQLITE_FULL -> "The disk is full: make room, then run again. Nothing already stored is lost.";
                    case SQLITE_CORRUPT, SQLITE_NOTADB ->
                        "It is damaged, or no archive at all: " + e.getMessage() + ".";
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                        "Another program holds it. Wait until that ends, or stop it, then run again.";
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                        "It cannot be opened for writing. Look at the permissions of its folder, and of all files there"
                                + " whose names begin with its own.";
                    case SQLITE_IOERR,
                            SQLITE_IOERR_WRITE,
                            SQLITE_IOERR_FSYNC,
                            SQLITE_IOERR_READ,
                            SQLITE_IOERR_SHMSIZE ->
                        "The disk refused to read or write (" + e.getMessage()
                                + "): it may be full, or failing. Look at"
                                + " its room, then run again. Nothing already stored is lost.";
                    default -> "SQLite says: " + e.getMessage();
                };
        boolean damage = code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
        return new ArchiveException("The archive " + file + " cannot be used. " + words, e, damage);
    }
}
