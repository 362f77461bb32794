package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The reference of a batch on PostgreSQL: all the rows that it left in the hub's tables, exported as they lie there, and copied into
 * empty tables of the same shape with the same indexes in place, a transaction per table.
 */
final class BareCopy {

    static final String RATIO = "batch, ratio to a bare COPY of its rows";

    private static final int BUFFER = 1 << 16;

    // The database itself quotes the names and puts the statements together; the history of migrations is no data of
    // the hub.
    private static final String TABLES = "select format('copy public.%1$I to stdout', tablename),"
            + " format('create table bare.%1$I (like public.%1$I including all)', tablename),"
            + " format('copy bare.%1$I from stdin', tablename)"
            + " from pg_tables where schemaname = 'public' and tablename not like 'flyway%' order by tablename";

    private final Store store;
    private final Path folder;

    BareCopy(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** The three statements about one table. */
    private record Table(String export, String create, String copy) {}

    /** Copies and tells, beside how many seconds the batch took. */
    void measure(double batchSeconds, HubFigures figures) {
        Path file = folder.resolve("table.copy");
        long nanos = 0;
        long rows = 0;
        long bytes = 0;
        try {
            for (Table table : store.inTransaction(BareCopy::tables)) {
                store.inTransaction(transaction -> export(transaction, table, file));
                bytes += Files.size(file);
                long start = System.nanoTime();
                rows += store.inTransaction(transaction -> copy(transaction, table, file));
                nanos += System.nanoTime() - start;
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new BenchException("The rows of the hub cannot be exported to " + file + ": is there room?", e);
        }
        store.inTransaction(transaction -> execute(transaction, "drop schema bare cascade"));
        // What is measured next does not pay for writing these pages.
        store.inTransaction(transaction -> execute(transaction, "checkpoint"));
        figures.less("bare COPY of its rows", nanos / 1e9, "s");
        figures.more("rows written", rows, "rows");
        figures.more("bytes written, as text", bytes / 1e6, "MB");
        figures.less(RATIO, batchSeconds / (nanos / 1e9), "times");
    }

    private static List<Table> tables(Transaction transaction) throws SQLException {
        execute(transaction, "create schema bare");
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(TABLES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        for (Table table : tables) {
            execute(transaction, table.create);
        }
        return tables;
    }

    private static long export(Transaction transaction, Table table, Path file) throws SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return transaction
                    .connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(table.export, out);
        } catch (IOException e) {
            throw new BenchException("The rows of a table cannot be written to " + file + ".", e);
        }
    }

    private static long copy(Transaction transaction, Table table, Path file) throws SQLException {
        try (InputStream in = Files.newInputStream(file)) {
            return transaction
                    .connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.copy, in, BUFFER);
        } catch (IOException e) {
            throw new BenchException("The rows of a table cannot be read from " + file + ".", e);
        }
    }

    private static boolean execute(Transaction transaction, String sql) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            return statement.execute(sql);
        }
    }
}
