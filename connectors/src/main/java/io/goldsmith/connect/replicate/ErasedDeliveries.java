package io.goldsmith.connect.replicate;

import io.goldsmith.connect.settings.ReplicationSettings;
import io.goldsmith.mdm.privacy.ErasedRecord;
import io.goldsmith.mdm.privacy.PersonalTables;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes an erased customer out of the delivery ledger: what was sent stays countable, to which record is gone, and nothing is sent any
 * more.
 */
final class ErasedDeliveries implements PersonalTables {

    private static final String ERASE = "update delivery set record_key = concat('erased:', id), content_hash = '',"
            + " reason = '', carrier = '', returned_key = '', next_attempt = null,"
            + " state = case when state in ('ACKNOWLEDGED', 'KEPT') then state else 'SUPERSEDED' end where ";

    private final Map<String, String> sourceByTarget;

    private ErasedDeliveries(Map<String, String> sourceByTarget) {
        this.sourceByTarget = sourceByTarget;
    }

    static ErasedDeliveries of(ReplicationSettings settings) {
        Map<String, String> sourceByTarget = new TreeMap<>();
        settings.targets().forEach((target, written) -> sourceByTarget.put(target, written.source()));
        return new ErasedDeliveries(sourceByTarget);
    }

    @Override
    public void erase(Transaction transaction, Collection<Long> goldenIds, List<ErasedRecord> records)
            throws SQLException {
        try (BulkWriter ofGolden = transaction.bulk(ERASE + "golden_id = ?");
                BulkWriter standing = transaction.bulk("delete from delivery_standing where golden_id = ?");
                BulkWriter flight = transaction.bulk("delete from delivery_flight where golden_id = ?")) {
            for (Long goldenId : goldenIds) {
                ofGolden.row(goldenId);
                standing.row(goldenId);
                flight.row(goldenId);
            }
        }
        // And those of golden records that one of the records belonged to once.
        try (BulkWriter ofRecord = transaction.bulk(ERASE + "target = ? and record_key = ?");
                BulkWriter standing =
                        transaction.bulk("delete from delivery_standing where target = ? and record_key = ?");
                BulkWriter reconciled =
                        transaction.bulk("delete from reconciled_record where target = ? and record_key = ?")) {
            for (ErasedRecord record : records) {
                for (Map.Entry<String, String> target : sourceByTarget.entrySet()) {
                    if (target.getValue().equals(record.id().source())) {
                        ofRecord.row(target.getKey(), record.id().key());
                        standing.row(target.getKey(), record.id().key());
                        reconciled.row(target.getKey(), record.id().key());
                    }
                }
            }
        }
    }
}
