package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A source record that reference data are asked about.
 *
 * @param isPending whether it waits to be resolved: it is verified after that
 * @param version of its standard form; 0 if it has none, since it is not live
 * @param standard its standard values; empty if there are none, or they cannot be read
 */
record AskedRecord(long recordId, RecordId id, boolean isPending, int version, Optional<AttributeValues> standard) {

    private static final String COLUMNS =
            "select r.id, r.source_system, r.source_key, r.state, coalesce(s.version, 0), s.standard from ";

    private static final String OF_IDS = COLUMNS + "unnest(?) w(id) join source_record r on r.id = w.id"
            + " left join standard_record s on s.record_id = r.id";

    private static final String AFTER = COLUMNS + "standard_record s join source_record r on r.id = s.record_id"
            + " where s.record_id > ? order by s.record_id fetch first ? rows only";

    /** Records by hub id. */
    static List<AskedRecord> of(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_IDS)) {
            query.setArray(1, transaction.numbers(recordIds));
            return read(query);
        }
    }

    /** Live records in the order of hub ids, behind one. */
    static List<AskedRecord> after(Transaction transaction, long recordId, int limit) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(AFTER)) {
            query.setLong(1, recordId);
            query.setInt(2, limit);
            return read(query);
        }
    }

    private static List<AskedRecord> read(PreparedStatement query) throws SQLException {
        List<AskedRecord> records = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String state = row.getString(4);
                Optional<String> document =
                        state.equals("RESOLVED") ? Optional.ofNullable(row.getString(6)) : Optional.empty();
                records.add(new AskedRecord(
                        row.getLong(1),
                        new RecordId(row.getString(2), row.getString(3)),
                        state.equals("PENDING"),
                        row.getInt(5),
                        document.flatMap(AskedRecord::values)));
            }
        }
        return records;
    }

    /** The consistency check finds a document that cannot be read; until it is mended nothing is verified of it. */
    private static Optional<AttributeValues> values(String document) {
        try {
            return Optional.of(Documents.values(document));
        } catch (UnreadableDocumentException e) {
            return Optional.empty();
        }
    }
}
