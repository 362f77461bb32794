package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The customers of whom something was learnt since they were evaluated: orders that landed, or what reference data say. */
final class DueRecords {

    private static final String PAGE = "select d.id, r.id, r.state, x.golden_id, d.cause from evaluation_due d"
            + " left join source_record r on r.source_system = d.source_system and r.source_key = d.source_key"
            + " left join cross_reference x on x.record_id = r.id"
            + " where d.id > ? order by d.id fetch first ? rows only";

    private static final String AMONG = "select r.id from unnest(?) w(id) join source_record r on r.id = w.id"
            + " join evaluation_due d on d.source_system = r.source_system and d.source_key = r.source_key";

    private DueRecords() {}

    /**
     * One of them.
     *
     * @param id its number
     * @param recordId the source record, if it is in a golden record
     * @param isAwaited whether the record waits to be resolved for the first time: a resolution at work may not have seen it,
     *     so that it must stay until that is done
     * @param cause what was learnt
     */
    record Due(long id, Optional<Long> recordId, boolean isAwaited, String cause) {}

    static List<Due> page(Transaction transaction, long after, int limit) throws SQLException {
        List<Due> page = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    boolean isReferred = row.getObject(4) != null;
                    page.add(new Due(
                            row.getLong(1),
                            isReferred ? Optional.of(row.getLong(2)) : Optional.empty(),
                            !isReferred && "PENDING".equals(row.getString(3)),
                            row.getString(5)));
                }
            }
        }
        return page;
    }

    /** Which of the records, by hub id, are among them. */
    static Set<Long> among(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Set<Long> due = new HashSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(AMONG)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(row.getLong(1));
                }
            }
        }
        return due;
    }

    /** Takes them away, once they are evaluated. */
    static void done(Transaction transaction, Collection<Due> evaluated) throws SQLException {
        try (BulkWriter delete = transaction.bulk("delete from evaluation_due where id = ?")) {
            for (Due due : evaluated) {
                delete.row(due.id());
            }
        }
    }
}
