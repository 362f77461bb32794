package io.goldsmith.bench.connect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.goldsmith.bench.figure.BenchException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The rows of a source system: generated customers, over and over under other keys, each a second after the one before. */
final class SourceRows {

    static final String KEY = "CUSTOMER_KEY";
    static final String CHANGED = "CHANGED_AT";
    static final String TABLE = "CUSTOMER";

    private static final LocalDateTime FIRST = LocalDateTime.parse("2025-01-01T00:00:00");
    private static final List<String> NO_ATTRIBUTES = List.of("id", "source");

    private SourceRows() {}

    /** The attributes that a row has, which are its columns in capitals. */
    static List<String> attributes(Path customers) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(customers)) {
            return lines.iterator().next().getHeader().stream()
                    .filter(name -> !NO_ATTRIBUTES.contains(name))
                    .toList();
        } catch (IOException e) {
            throw unreadable(customers, e);
        }
    }

    /** The column of an attribute. */
    static String column(String attribute) {
        return attribute.toUpperCase(Locale.ROOT);
    }

    /** Writes rows to a file with a header line. */
    static void write(Path customers, long rows, Path file) {
        List<String> attributes = attributes(customers);
        try (CsvWriter out = CsvWriter.builder().fieldSeparator(';').build(file)) {
            out.writeRecord(
                    Stream.concat(Stream.of(KEY, CHANGED), attributes.stream().map(SourceRows::column))
                            .toList());
            long written = 0;
            while (written < rows) {
                written = writeOnce(customers, attributes, written, rows, out);
            }
        } catch (IOException e) {
            throw new BenchException("The rows of a source cannot be written to " + file + ": is there room?", e);
        }
    }

    private static long writeOnce(Path customers, List<String> attributes, long before, long rows, CsvWriter out)
            throws IOException {
        long written = before;
        List<String> fields = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(customers)) {
            for (NamedCsvRecord line : lines) {
                if (written == rows) {
                    break;
                }
                fields.clear();
                fields.add(String.format(Locale.ROOT, "K%09d", written));
                fields.add(FIRST.plusSeconds(written).toString());
                attributes.forEach(attribute -> fields.add(line.getField(attribute)));
                out.writeRecord(fields);
                written++;
            }
        }
        return written;
    }

    /** Puts the rows of a file into a table with the index that reading by time wants. */
    static void load(Path file, List<String> attributes, String url, String user) {
        String columns = attributes.stream().map(name -> column(name) + " text").collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement();
                Reader rows = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            statement.execute("create table " + TABLE + " (" + KEY + " text not null, " + CHANGED
                    + " timestamp not null, " + columns + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + TABLE + " from stdin with (format csv, header, delimiter ';')", rows);
            statement.execute("create unique index customer_changed on " + TABLE + " (" + CHANGED + ", " + KEY + ")");
            statement.execute("vacuum analyze " + TABLE);
            statement.execute("checkpoint");
        } catch (SQLException | IOException e) {
            throw new BenchException("The table of a source cannot be filled from " + file + ".", e);
        }
    }

    private static BenchException unreadable(Path customers, IOException failure) {
        return new BenchException("The generated customers cannot be read from " + customers + ".", failure);
    }
}
