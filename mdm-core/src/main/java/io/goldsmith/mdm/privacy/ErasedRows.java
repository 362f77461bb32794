package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.ProvenanceDocument;
import io.goldsmith.mdm.resolution.CustomerScope;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Removes a person from the tables of the hub, but from the quarantine; what stays of a row tells nothing of the person. */
final class ErasedRows {

    private static final String NO_VALUES = "{}";
    private static final String NO_PROVENANCE = ProvenanceDocument.write(new TreeMap<>());
    private static final String NO_MEMBERS = "[]";

    private final Transaction transaction;
    private final CustomerScope customer;
    private final SuppressionHashes hashes;
    private final Instant now;

    ErasedRows(Transaction transaction, CustomerScope customer, SuppressionHashes hashes, Instant now) {
        this.transaction = transaction;
        this.customer = customer;
        this.hashes = hashes;
        this.now = now;
    }

    /** Replaces the source records by tombstones. From then on no landing can bring them back: it finds their rows changed. */
    List<ErasedRecord> entomb() throws SQLException {
        List<ErasedRecord> records = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select id, source_system, source_key from source_record where id = any(?)"
                        + " and state <> 'ERASED' order by id")) {
            query.setArray(1, transaction.numbers(customer.recordIds()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RecordId id = new RecordId(row.getString(2), row.getString(3));
                    records.add(new ErasedRecord(row.getLong(1), id, hashes.tombstone(id, row.getLong(1))));
                }
            }
        }
        try (BulkWriter update = transaction.bulk("update source_record set source_key = ?, state = 'ERASED',"
                + " latest_version = 0, resolved_version = 0 where id = ?")) {
            for (ErasedRecord record : records) {
                update.row(record.tombstone(), record.recordId());
            }
        }
        return records;
    }

    /** Every version of the records. */
    List<AttributeValues> versions() throws SQLException {
        List<AttributeValues> versions = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select raw from source_record_version where record_id = any(?)")) {
            query.setArray(1, transaction.numbers(customer.recordIds()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(Documents.values(row.getString(1)));
                }
            }
        }
        return versions;
    }

    void removeFacts(List<ErasedRecord> records, long erasureId) throws SQLException {
        byIds("delete from source_record_version where record_id = any(?)", customer.recordIds());
        byIds("delete from written_value where origin_record = any(?)", customer.recordIds());
        byIds("delete from former_reference where record_id = any(?)", customer.recordIds());
        byIds("delete from restriction where record_id = any(?)", customer.recordIds());
        byKeys("delete from written_value where source_system = ? and source_key = ?", records);
        byKeys("delete from consent where source_system = ? and source_key = ?", records);
        byKeys("delete from relation where source_system = ? and from_key = ?", records);
        byKeys("delete from relation where source_system = ? and to_key = ?", records);
        byKeys("delete from evaluation_due where source_system = ? and source_key = ?", records);
        byIds("delete from quality_finding where record_id = any(?)", customer.recordIds());
        byIds("delete from verification where record_id = any(?)", customer.recordIds());
        byIds("delete from verification_due where record_id = any(?)", customer.recordIds());
        unlinkOrders(records, erasureId);
        removeDecisions();
    }

    /** What stewards wrote goes; that they decided stays, of records that nobody knows any more. */
    private void removeDecisions() throws SQLException {
        byIds("delete from pin where record_id = any(?)", customer.recordIds());
        byIds(
                "update decision set comment_text = '' where id in"
                        + " (select decision_id from decision_record where record_id = any(?))",
                customer.recordIds());
        byIds("delete from decision_record where record_id = any(?)", customer.recordIds());
        for (String side : List.of("left_record", "right_record")) {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update decision set comment_text = '', undone_by = coalesce(undone_by,"
                            + " 'erasure'), undone_at = coalesce(undone_at, ?) where " + side + " = any(?)")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, transaction.numbers(customer.recordIds()));
                update.executeUpdate();
            }
        }
    }

    /** The turnover stays, of nobody: neither the customer's key nor the order's own leads anywhere. */
    private void unlinkOrders(List<ErasedRecord> records, long erasureId) throws SQLException {
        int number = 0;
        try (BulkWriter update = transaction.bulk("update customer_order set source_key = ?, order_key = ?"
                + " where source_system = ? and order_key = ?")) {
            for (ErasedRecord record : records) {
                for (String order : orders(record.id())) {
                    update.row(
                            "erased:" + erasureId,
                            "erased:" + erasureId + ":" + ++number,
                            record.id().source(),
                            order);
                }
            }
        }
    }

    private List<String> orders(RecordId id) throws SQLException {
        List<String> orders = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select order_key from customer_order where source_system = ? and source_key = ?"
                        + " order by order_key")) {
            query.setString(1, id.source());
            query.setString(2, id.key());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    orders.add(row.getString(1));
                }
            }
        }
        return orders;
    }

    void removeResults(List<ErasedRecord> records) throws SQLException {
        emptyVersions("golden_id = any(?)", customer.goldenIds());
        Set<RecordId> ids = new HashSet<>();
        records.forEach(record -> ids.add(record.id()));
        List<long[]> shared = sharedVersions(ids);
        try (BulkWriter update = transaction.bulk("update golden_record_version set attributes = ?, provenance = ?,"
                + " members = ? where golden_id = ? and version = ?")) {
            for (long[] version : shared) {
                update.row(NO_VALUES, NO_PROVENANCE, NO_MEMBERS, version[0], (int) version[1]);
            }
        }
        closeTasks("golden_id = any(?)", List.of(customer.goldenIds()));
        closeTasks("other_golden_id = any(?)", List.of(customer.goldenIds()));
        closeTasks(
                "golden_id = any(?) and (left_record = any(?) or right_record = any(?))",
                List.of(customer.formerGoldenIds(), customer.recordIds(), customer.recordIds()));
        closeTasks(
                "other_golden_id = any(?) and (left_record = any(?) or right_record = any(?))",
                List.of(customer.formerGoldenIds(), customer.recordIds(), customer.recordIds()));
        byIds(
                "update privacy_request set extension_reason = '', refusal_ground = '' where golden_id = any(?)",
                customer.goldenIds());
    }

    private void emptyVersions(String which, Collection<Long> goldenIds) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update golden_record_version set attributes = ?, provenance = ?, members = ?"
                        + " where " + which)) {
            update.setString(1, NO_VALUES);
            update.setString(2, NO_PROVENANCE);
            update.setString(3, NO_MEMBERS);
            update.setArray(4, transaction.numbers(goldenIds));
            update.executeUpdate();
        }
    }

    /** Versions of other golden records that one of the records was a member of: golden id and version. */
    private List<long[]> sharedVersions(Set<RecordId> ids) throws SQLException {
        List<long[]> shared = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select golden_id, version, members from golden_record_version"
                        + " where golden_id = any(?)")) {
            query.setArray(1, transaction.numbers(customer.formerGoldenIds()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (MemberList.read(row.getString(3)).stream().anyMatch(ids::contains)) {
                        shared.add(new long[] {row.getLong(1), row.getLong(2)});
                    }
                }
            }
        }
        return shared;
    }

    /** A request's own task stays open until the request is answered: it names nobody, once its comments are gone. */
    private void closeTasks(String which, List<Collection<Long>> ids) throws SQLException {
        try (PreparedStatement delete = transaction
                .connection()
                .prepareStatement("delete from task_comment where task_id in (select id from stewardship_task"
                        + " where " + which + ")")) {
            int parameter = 1;
            for (Collection<Long> of : ids) {
                delete.setArray(parameter++, transaction.numbers(of));
            }
            delete.executeUpdate();
        }
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update stewardship_task set subject = concat('erased:', id), details = '',"
                        + " state = case when state in ('OPEN', 'PROPOSED') then 'OBSOLETE' else state end,"
                        + " closed_at = coalesce(closed_at, ?), revision = revision + 1"
                        + " where kind <> 'PRIVACY_REQUEST' and " + which)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            int parameter = 2;
            for (Collection<Long> of : ids) {
                update.setArray(parameter++, transaction.numbers(of));
            }
            update.executeUpdate();
        }
    }

    private void byIds(String sql, Collection<Long> ids) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setArray(1, transaction.numbers(ids));
            statement.executeUpdate();
        }
    }

    private void byKeys(String sql, List<ErasedRecord> records) throws SQLException {
        try (BulkWriter statement = transaction.bulk(sql)) {
            for (ErasedRecord record : records) {
                statement.row(record.id().source(), record.id().key());
            }
        }
    }
}
