package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the decisions about source records, those taken back too. */
final class DecisionsTaken {

    private static final String COLUMNS = "select d.id, d.kind, l.source_system, l.source_key, r.source_system,"
            + " r.source_key, d.made_by, d.made_at, d.comment_text, d.undone_by, d.undone_at";

    // One query for each side, joined with the ids: so that H2 takes the index of that side.
    private static final List<String> BY_SIDE = List.of(
            COLUMNS + " from unnest(?) w(id) join decision d on d.left_record = w.id"
                    + " join source_record l on l.id = d.left_record join source_record r on r.id = d.right_record",
            COLUMNS + " from unnest(?) w(id) join decision d on d.right_record = w.id"
                    + " join source_record l on l.id = d.left_record join source_record r on r.id = d.right_record");

    private static final String IDS = "select r.id from unnest(?, ?) w(source_system, source_key) join source_record r"
            + " on r.source_system = w.source_system and r.source_key = w.source_key";

    private DecisionsTaken() {}

    /** Every decision that names at least one of the records, in the order of the decisions' ids. */
    static List<DecisionTaken> about(Transaction transaction, Collection<RecordId> records) throws SQLException {
        List<Long> ids = ids(transaction, records);
        Map<Long, DecisionTaken> found = new TreeMap<>();
        for (String sql : BY_SIDE) {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                query.setArray(1, transaction.numbers(ids));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getLong(1), read(row));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static DecisionTaken read(ResultSet row) throws SQLException {
        OffsetDateTime undoneAt = row.getObject(11, OffsetDateTime.class);
        return new DecisionTaken(
                row.getLong(1),
                row.getString(2),
                new RecordId(row.getString(3), row.getString(4)),
                new RecordId(row.getString(5), row.getString(6)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                undoneAt == null
                        ? Optional.empty()
                        : Optional.of(new DecisionTaken.Undone(row.getString(10), undoneAt.toInstant())));
    }

    /** The hub's ids of source records. */
    static List<Long> ids(Transaction transaction, Collection<RecordId> records) throws SQLException {
        List<Long> ids = new ArrayList<>(records.size());
        try (PreparedStatement query = transaction.connection().prepareStatement(IDS)) {
            query.setArray(
                    1, transaction.texts(records.stream().map(RecordId::source).toList()));
            query.setArray(
                    2, transaction.texts(records.stream().map(RecordId::key).toList()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }
}
