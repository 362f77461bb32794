package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams the source record versions and orders of a customer into a document. */
final class SubjectRows {

    private static final int FETCH = 500;

    private static final String VERSIONS = "select r.source_system, r.source_key, v.version, v.source_timestamp,"
            + " v.landed_at, v.deleted, r.latest_version, v.raw from unnest(?) w(id)"
            + " join source_record r on r.id = w.id join source_record_version v on v.record_id = r.id"
            + " order by r.source_system, r.source_key, v.version";

    private static final String ORDERS = "select o.source_system, o.order_key, o.order_date, o.amount, o.category"
            + " from unnest(?) w(id) join source_record r on r.id = w.id"
            + " join customer_order o on o.source_system = r.source_system and o.source_key = r.source_key"
            + " order by o.source_system, o.order_key";

    private final Store store;
    private final Collection<Long> recordIds;

    /**
     * @param recordIds the hub's ids of all source records of the customer, those that their sources deleted too
     */
    SubjectRows(Store store, Collection<Long> recordIds) {
        this.store = store;
        this.recordIds = List.copyOf(recordIds);
    }

    void versions(SubjectDocument document) {
        store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
                query.setArray(1, transaction.numbers(recordIds));
                query.setFetchSize(FETCH);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("system", row.getString(1));
                        fields.put("key", row.getString(2));
                        fields.put("version", row.getInt(3));
                        fields.put(
                                "sourceTimestamp",
                                row.getObject(4, OffsetDateTime.class)
                                        .toInstant()
                                        .toString());
                        fields.put(
                                "landedAt",
                                row.getObject(5, OffsetDateTime.class)
                                        .toInstant()
                                        .toString());
                        fields.put("deleted", row.getBoolean(6));
                        fields.put("inForce", row.getInt(3) == row.getInt(7));
                        fields.put("values", Documents.values(row.getString(8)).asMap());
                        document.entry(fields);
                    }
                }
                return null;
            }
        });
    }

    void orders(SubjectDocument document) {
        store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(ORDERS)) {
                query.setArray(1, transaction.numbers(recordIds));
                query.setFetchSize(FETCH);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Map<String, Object> fields = new LinkedHashMap<>();
                        fields.put("system", row.getString(1));
                        fields.put("order", row.getString(2));
                        fields.put("date", row.getObject(3, LocalDate.class).toString());
                        fields.put("amount", row.getBigDecimal(4).toPlainString());
                        fields.put("category", row.getString(5));
                        document.entry(fields);
                    }
                }
                return null;
            }
        });
    }
}
