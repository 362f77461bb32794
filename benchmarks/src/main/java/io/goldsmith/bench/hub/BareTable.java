package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
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

/** A table of a hub on PostgreSQL beside an empty one of the same shape, with the same indexes, in a schema of its own. */
public final class BareTable {

    private static final int BUFFER = 1 << 16;

    // The database itself quotes the names and puts the statements together; the history of migrations is no data of
    // the hub.
    private static final String TABLES = "select format('copy public.%1$I to stdout', tablename),"
            + " format('create table bare.%1$I (like public.%1$I including all)', tablename),"
            + " format('copy bare.%1$I from stdin', tablename)"
            + " from pg_tables where schemaname = 'public' and tablename not like 'flyway%' order by tablename";

    private final String export;
    private final String copy;

    private BareTable(String export, String copy) {
        this.export = export;
        this.copy = copy;
    }

    /** Makes an empty table beside every table of the hub. */
    public static List<BareTable> besideAll(Transaction transaction) throws SQLException {
        execute(transaction, "create schema bare");
        List<BareTable> tables = new ArrayList<>();
        List<String> created = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(TABLES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tables.add(new BareTable(row.getString(1), row.getString(3)));
                created.add(row.getString(2));
            }
        }
        for (String statement : created) {
            execute(transaction, statement);
        }
        return tables;
    }

    /** Takes the tables beside away, and lets the database rest: what is measured next does not pay for writing their pages. */
    public static boolean takeAway(Transaction transaction) throws SQLException {
        execute(transaction, "drop schema bare cascade");
        return execute(transaction, "checkpoint");
    }

    /** Writes the hub's rows to a file; answers how many there are. */
    public long export(Transaction transaction, Path file) throws SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return transaction
                    .connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(export, out);
        } catch (IOException e) {
            throw new BenchException("The rows of a table cannot be written to " + file + ".", e);
        }
    }

    /** Copies the rows of a file into the empty table; answers how many there are. */
    public long copy(Transaction transaction, Path file) throws SQLException {
        try (InputStream in = Files.newInputStream(file)) {
            return transaction
                    .connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, in, BUFFER);
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
