package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Writes the cross-references of published clusters, where they changed. */
final class CrossReferences {

    private record Row(long recordId, long goldenId, FormedCluster.Link link) {

        boolean isAs(CurrentResults.Reference known) {
            return known.goldenId() == goldenId
                    && known.origin().equals(link.origin())
                    && known.weight().equals(link.weight());
        }
    }

    private CrossReferences() {}

    static void write(
            Transaction transaction,
            List<EvaluatedCluster> clusters,
            List<Long> goldenIds,
            Collection<Long> departed,
            CurrentResults current,
            Instant now)
            throws SQLException {
        List<Row> added = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        FormerReferences left = new FormerReferences();
        for (int position = 0; position < clusters.size(); position++) {
            FormedCluster cluster = clusters.get(position).cluster();
            for (MemberRecord member : cluster.members()) {
                Row row = new Row(
                        member.recordId(),
                        goldenIds.get(position),
                        cluster.links().getOrDefault(member.recordId(), FormedCluster.Link.ALONE));
                CurrentResults.Reference known = current.references().get(member.recordId());
                if (known == null) {
                    added.add(row);
                } else if (!row.isAs(known)) {
                    changed.add(row);
                    left.noteUnlessIn(row.goldenId, row.recordId, known);
                }
            }
        }
        insert(transaction, added, now);
        update(transaction, changed, now);
        delete(transaction, departed);
        departed.forEach(record -> left.noteDeparted(record, current));
        left.write(transaction, now);
    }

    private static void insert(Transaction transaction, List<Row> rows, Instant now) throws SQLException {
        rows.sort(Comparator.comparingLong(Row::recordId));
        try (RowWriter insert =
                transaction.insert("cross_reference", "record_id", "golden_id", "origin", "weight", "linked_at")) {
            for (Row row : rows) {
                insert.row(row.recordId, row.goldenId, row.link.origin(), row.link.weight(), now);
            }
        }
    }

    private static void update(Transaction transaction, List<Row> rows, Instant now) throws SQLException {
        try (BulkWriter update = transaction.bulk("update cross_reference set"
                + " linked_at = case when golden_id = ? then linked_at else ? end,"
                + " golden_id = ?, origin = ?, weight = ? where record_id = ?")) {
            for (Row row : rows) {
                update.row(row.goldenId, now, row.goldenId, row.link.origin(), row.link.weight(), row.recordId);
            }
        }
    }

    static void delete(Transaction transaction, Collection<Long> departed) throws SQLException {
        if (!departed.isEmpty()) {
            try (PreparedStatement delete =
                    transaction.connection().prepareStatement("delete from cross_reference where record_id = any(?)")) {
                delete.setArray(1, transaction.numbers(departed));
                delete.executeUpdate();
            }
        }
    }
}
