package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.source.ContentHash;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds standard values that several records of a source system have, though a rule says that one has it. The values go into a table as
 * hashes and are read back in their order: linear, and no memory that grows with the records. The table is emptied before and after.
 */
final class UniqueValues {

    private static final int BATCH = 1_000;
    private static final int FETCH = 5_000;

    private final Store store;

    UniqueValues(Store store) {
        this.store = store;
    }

    /** Takes everything out of the table. */
    void clear() {
        store.inTransaction(transaction -> {
            try (Statement truncate = transaction.connection().createStatement()) {
                return truncate.execute("truncate table unique_value");
            }
        });
    }

    /** Takes the values of a page of records, each with the rules that apply to it. */
    static void add(BulkWriter rows, AssessedRecord record, Iterable<ValidationRule> applying) throws SQLException {
        for (ValidationRule rule : applying) {
            if (rule.check() == Check.UNIQUE) {
                for (String value : record.standard().values().all(rule.attribute())) {
                    rows.row(
                            rule.name(),
                            record.sourceSystem(),
                            ContentHash.of(List.of(value)),
                            record.recordId(),
                            record.version());
                }
            }
        }
    }

    static BulkWriter writer(Transaction transaction) throws SQLException {
        return transaction.bulk("insert into unique_value (rule, source_system, value_hash, record_id, version)"
                + " values (?, ?, ?, ?, ?)");
    }

    /** One value of one record. */
    private record Holder(String hash, long recordId, int version) {}

    /**
     * Notes the records of a source system that have a value which another one has too.
     *
     * @return how many there are
     */
    long note(ValidationRule rule, String sourceSystem, QualityFindings findings) {
        long repeated = store.inTransaction(transaction -> {
            findings.begin();
            long noted = 0;
            List<QualityFinding> batch = new ArrayList<>(BATCH);
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select value_hash, record_id, version from unique_value"
                            + " where rule = ? and source_system = ? order by value_hash, record_id")) {
                query.setString(1, rule.name());
                query.setString(2, sourceSystem);
                query.setFetchSize(FETCH);
                try (ResultSet row = query.executeQuery()) {
                    Optional<Holder> before = Optional.empty();
                    while (row.next()) {
                        Holder holder = new Holder(row.getString(1), row.getLong(2), row.getInt(3));
                        Optional<Holder> rival = before.filter(other -> other.hash.equals(holder.hash))
                                .filter(other -> other.recordId != holder.recordId);
                        rival.ifPresent(other -> {
                            batch.add(finding(rule, sourceSystem, other));
                            batch.add(finding(rule, sourceSystem, holder));
                        });
                        before = Optional.of(holder);
                        if (batch.size() >= BATCH) {
                            noted += findings.note(transaction, batch);
                            batch.clear();
                        }
                    }
                }
            }
            return noted + findings.note(transaction, batch);
        });
        findings.committed();
        return repeated;
    }

    private static QualityFinding finding(ValidationRule rule, String sourceSystem, Holder holder) {
        return new QualityFinding(
                holder.recordId,
                rule,
                holder.version,
                rule.name() + ": " + rule.attribute() + " is the same in another record of " + sourceSystem);
    }
}
