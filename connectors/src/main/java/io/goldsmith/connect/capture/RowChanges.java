package io.goldsmith.connect.capture;

import io.goldsmith.connect.message.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes messages of the changes of captured tables: a change of a record's key deletes the record of the old key. */
final class RowChanges {

    private static final Logger LOG = LoggerFactory.getLogger(RowChanges.class);

    private final Map<Long, CapturedTable> tables = new HashMap<>();
    private final Map<Long, TableShape> shapes = new HashMap<>();
    private final Connection connection;
    private final CaptureFailure failure;

    /**
     * Whom a change is of, and what it is.
     *
     * @param record the source key; empty: the stream holds no records, or the key is missing
     */
    record Change(Message message, Optional<String> record) {}

    /** @param connection for what a change does not tell */
    RowChanges(List<CapturedTable> captured, Connection connection, CaptureFailure failure) {
        captured.forEach(table -> tables.put(table.id(), table));
        this.connection = connection;
        this.failure = failure;
    }

    /**
     * Notes what a table looks like.
     *
     * @throws io.goldsmith.connect.ConnectException if a column is gone that the mapping reads
     */
    void shape(ReplicationMessage.Relation relation) throws SQLException {
        CapturedTable table = tables.get(relation.id());
        if (table == null) {
            String name = relation.schema() + "." + relation.name();
            if (tables.values().stream()
                    .anyMatch(captured -> captured.qualifiedName().equals(name))) {
                throw failure.of("finds that table " + name + " was made anew; it begins again with the new one");
            }
            return;
        }
        TreeSet<String> missing = new TreeSet<>(table.columns());
        relation.columns().forEach(column -> missing.remove(column.name()));
        if (!missing.isEmpty()) {
            throw failure.of("gets changes of table " + table.from() + " without column " + String.join(", ", missing)
                    + "; if the table has it no longer, change the stream's mapping, and if the publication leaves it out,"
                    + " publish it");
        }
        shapes.put(relation.id(), TableShape.of(relation, connection));
    }

    /**
     * What a change comes to; nothing if it is of another table.
     *
     * @param time when it was committed
     * @param place where it stands in the server's log
     */
    List<Change> of(ReplicationMessage message, Instant time, String place) throws SQLException {
        if (message instanceof ReplicationMessage.Insert insert && tables.containsKey(insert.table())) {
            return List.of(content(insert.table(), insert.row(), Optional.empty(), time, place));
        }
        if (message instanceof ReplicationMessage.Update update && tables.containsKey(update.table())) {
            return updated(update, time, place);
        }
        if (message instanceof ReplicationMessage.Delete delete && tables.containsKey(delete.table())) {
            return List.of(deletion(delete.table(), delete.old(), time, place));
        }
        if (message instanceof ReplicationMessage.Truncate truncate) {
            return truncate.tables().stream()
                    .filter(tables::containsKey)
                    .map(id -> truncated(tables.get(id), time, place))
                    .toList();
        }
        return List.of();
    }

    private List<Change> updated(ReplicationMessage.Update update, Instant time, String place) throws SQLException {
        Change now = content(update.table(), update.row(), update.old(), time, place);
        if (update.old().isEmpty() || tables.get(update.table()).recordKey().isEmpty()) {
            return List.of(now);
        }
        Change before = deletion(update.table(), update.old().get(), time, place);
        boolean isMoved = before.record().isPresent() && !before.record().equals(now.record());
        return isMoved ? List.of(before, now) : List.of(now);
    }

    private Change content(long id, Tuple row, Optional<ReplicationMessage.Old> old, Instant time, String place)
            throws SQLException {
        CapturedTable table = tables.get(id);
        TableShape shape = shapes.get(id);
        Tuple whole = old.filter(ReplicationMessage.Old::isWhole)
                .map(before -> row.completedBy(before.row()))
                .orElse(row);
        Map<String, ChangeRow.Cell> cells = shape.cells(whole, table.columns());
        String origin = origin(table, place);
        Map<String, ServerType> untold = shape.untold(whole, table.columns());
        if (!untold.isEmpty()) {
            Optional<Map<String, String>> found =
                    new ReadBack(connection).columns(table.from(), List.copyOf(untold.keySet()), shape.identity(whole));
            if (found.isEmpty()) {
                return change(table, gone(table, origin, time, cells), new ChangeRow(origin, time, cells));
            }
            found.get().forEach((column, text) -> cells.put(column, new ChangeRow.Cell(text, untold.get(column))));
        }
        ChangeRow made = new ChangeRow(origin, time, cells);
        return change(table, new Message.Content(table.stream(), made), made);
    }

    /** What follows says what became of the row. */
    private static Message gone(CapturedTable table, String origin, Instant time, Map<String, ChangeRow.Cell> cells) {
        return new Message.Broken(
                table.stream(),
                origin,
                "a change leaves out large columns that it did not change, and the row is not there any more to read them from;"
                        + " to have them told, as the owner of the table: alter table " + table.from()
                        + " replica identity full",
                new ChangeRow(origin, time, cells).payload());
    }

    private Change deletion(long id, ReplicationMessage.Old old, Instant time, String place) {
        CapturedTable table = tables.get(id);
        ChangeRow made =
                new ChangeRow(origin(table, place), time, shapes.get(id).cells(old.row(), table.columns()));
        return change(table, new Message.Deletion(table.stream(), made), made);
    }

    private static Change truncated(CapturedTable table, Instant time, String place) {
        LOG.warn("table {} was emptied by TRUNCATE; see quarantine for what to do", table.from());
        return new Change(
                new Message.Broken(
                        table.stream(),
                        origin(table, place),
                        "the table was emptied by TRUNCATE at " + time
                                + ", which does not tell its rows: the hub keeps the records"
                                + " that it has of them. If they are to be deleted, give the connector another slot and"
                                + " full-extract: true, so that it begins anew with a snapshot",
                        ""),
                Optional.empty());
    }

    private static Change change(CapturedTable table, Message message, ChangeRow row) {
        return new Change(message, table.recordKey().flatMap(row::text));
    }

    private static String origin(CapturedTable table, String place) {
        return table.from() + "@" + place;
    }
}
