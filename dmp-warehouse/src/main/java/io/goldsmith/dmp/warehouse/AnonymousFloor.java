package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.anonymise.Anonymised;
import io.goldsmith.dmp.anonymise.GateVerdict;
import io.goldsmith.dmp.anonymise.ProjectionColumns;
import io.goldsmith.dmp.anonymise.Publication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The anonymous floor: the projection, replaced as a whole, with the loads that were and what they published. */
final class AnonymousFloor implements AutoCloseable {

    static final String FILE = "anonymous.duckdb";

    private final DuckDatabase database;
    private final PublicationHistory history;

    private AnonymousFloor(DuckDatabase database, PublicationHistory history) {
        this.database = database;
        this.history = history;
    }

    /** @param comparedLoads how many publications are kept to be compared with */
    static AnonymousFloor open(Path folder, int memoryLimitMib, int comparedLoads) {
        return new AnonymousFloor(
                DuckDatabase.open(folder.resolve(FILE), memoryLimitMib, "anonymous"),
                new PublicationHistory(comparedLoads));
    }

    long nextLoad() {
        return database.inTransaction("numbering a load", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT coalesce(max(id), 0) + 1 FROM load")) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    /** The newest publications of the same columns, oldest first. */
    List<Publication> earlier(ProjectionColumns columns) {
        return database.inTransaction(
                "reading earlier publications", connection -> history.read(connection, columns.signature()));
    }

    /** Replaces the projection, and keeps the verdict's counts for the loads to come; all or nothing. */
    void publish(ProjectionColumns columns, Anonymised anonymised, GateVerdict verdict, PrivacyReport report) {
        database.inTransaction("publishing the projection", connection -> {
            ProjectionTable.replace(connection, columns.names(), anonymised.rows());
            history.add(
                    connection,
                    columns.signature(),
                    new Publication(report.load(), anonymised.levels(), verdict.classContents()));
            record(connection, report);
            return report.load();
        });
        database.execute("compacting", "CHECKPOINT");
    }

    /** Notes a load that left the projection as it was. */
    void record(PrivacyReport report) {
        database.inTransaction("recording a load", connection -> {
            record(connection, report);
            return report.load();
        });
    }

    Optional<PrivacyReport> latestReport() {
        return database.inTransaction("reading the latest report", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT report FROM load ORDER BY id DESC LIMIT 1")) {
                return found.next() ? Optional.of(PrivacyReport.fromJson(found.getString(1))) : Optional.empty();
            }
        });
    }

    ProjectionSample sample(int limit) {
        return database.inTransaction(
                "reading the projection", connection -> ProjectionTable.sample(connection, limit));
    }

    @Override
    public void close() {
        database.close();
    }

    private static void record(Connection connection, PrivacyReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO load (id, loaded_at, row_count, outcome, report) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, report.load());
            insert.setObject(2, report.at().atOffset(ZoneOffset.UTC));
            insert.setLong(3, report.anonymity().rows());
            insert.setString(4, report.outcome().name());
            insert.setString(5, report.toJson());
            insert.executeUpdate();
        }
    }
}
