package io.goldsmith.bench.connect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.hub.BareTable;
import io.goldsmith.bench.hub.PostgreSqlServer;
import io.goldsmith.mdm.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The reference of an extraction: the source is read as the connector reads it, every field of it and nothing done with it, while another thread copies the rows that were
 * landed of it into empty tables of the same shape with the same indexes in place, in one transaction for each table.
 */
final class BareInsert {

    private static final int FETCH_SIZE = 1_000;

    private final Store store;
    private final Path folder;

    BareInsert(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Reads something to its end; answers how many characters it has. */
    interface Reading {
        long run() throws SQLException, IOException;
    }

    /** Reads and inserts; answers how many seconds both took. */
    double seconds(Reading reading) {
        List<BareTable> tables = store.inTransaction(BareTable::besideAll);
        for (int i = 0; i < tables.size(); i++) {
            BareTable table = tables.get(i);
            Path file = file(i);
            store.inTransaction(transaction -> table.export(transaction, file));
        }
        long start = System.nanoTime();
        CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> read(reading));
        for (int i = 0; i < tables.size(); i++) {
            BareTable table = tables.get(i);
            Path file = file(i);
            store.inTransaction(transaction -> table.copy(transaction, file));
        }
        joined(read);
        double seconds = (System.nanoTime() - start) / 1e9;
        store.inTransaction(BareTable::takeAway);
        return seconds;
    }

    private Path file(int table) {
        return folder.resolve("table" + table + ".copy");
    }

    private static void joined(CompletableFuture<Long> read) {
        try {
            read.join();
        } catch (CompletionException failed) {
            throw new BenchException("The source of the benchmark cannot be read.", failed.getCause());
        }
    }

    private static long read(Reading reading) {
        try {
            return reading.run();
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Reads a table in the order and with the fetches of the connector. */
    static long readTable(String url, List<String> columns) throws SQLException {
        String query = "select " + String.join(", ", columns) + " from " + SourceRows.TABLE + " order by "
                + SourceRows.CHANGED + ", " + SourceRows.KEY;
        long characters = 0;
        try (Connection connection = DriverManager.getConnection(url, PostgreSqlServer.USER, PostgreSqlServer.USER)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(FETCH_SIZE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        for (int i = 1; i <= columns.size(); i++) {
                            String text = rows.getString(i);
                            characters += text == null ? 0 : text.length();
                        }
                    }
                }
            }
        }
        return characters;
    }

    /** Reads a file, field by field. */
    static long readFile(Path file) throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            for (CsvRecord line : lines) {
                for (String field : line.getFields()) {
                    characters += field.length();
                }
            }
        }
        return characters;
    }
}
