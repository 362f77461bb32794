package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The receipts of erasures: one per system that had something of the person. */
final class Receipts {

    private final Store store;
    private final PrivacySettings settings;

    Receipts(Store store, PrivacySettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Makes the receipts of an erasure, before the orders lose their link. */
    List<ErasureReceipt> make(Transaction transaction, long erasureId, List<ErasedRecord> records, Instant now)
            throws SQLException {
        SortedMap<String, List<String>> keysBySystem = new TreeMap<>();
        settings.recipients().forEach(recipient -> keysBySystem.put(recipient, new ArrayList<>()));
        for (ErasedRecord record : records) {
            keysBySystem
                    .computeIfAbsent(record.id().source(), system -> new ArrayList<>())
                    .add(record.id().key());
        }
        List<ErasureReceipt> receipts = new ArrayList<>();
        for (String system : keysBySystem.keySet()) {
            List<String> keys = keysBySystem.get(system);
            Optional<PrivacySettings.Retained> kept =
                    Optional.ofNullable(settings.retains().get(system));
            LocalDate from = lastOrder(transaction, system, keys).orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
            receipts.add(new ErasureReceipt(
                    erasureId,
                    system,
                    keys.size(),
                    List.copyOf(keys),
                    kept.map(PrivacySettings.Retained::ground),
                    kept.map(retained -> from.plusYears(retained.years())),
                    Optional.empty()));
        }
        write(transaction, receipts);
        return receipts;
    }

    private static Optional<LocalDate> lastOrder(Transaction transaction, String system, List<String> keys)
            throws SQLException {
        Optional<LocalDate> last = Optional.empty();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select max(order_date) from customer_order where source_system = ? and source_key = ?")) {
            for (String key : keys) {
                query.setString(1, system);
                query.setString(2, key);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    Optional<LocalDate> ofKey = Optional.ofNullable(row.getObject(1, LocalDate.class));
                    if (ofKey.isPresent() && (last.isEmpty() || ofKey.get().isAfter(last.get()))) {
                        last = ofKey;
                    }
                }
            }
        }
        return last;
    }

    private static void write(Transaction transaction, List<ErasureReceipt> receipts) throws SQLException {
        try (BulkWriter rows = transaction.bulk("insert into erasure_receipt (erasure_id, system, records, ground,"
                + " keep_until, confirmed_at, confirmed_by) values (?, ?, ?, ?, ?, null, null)")) {
            for (ErasureReceipt receipt : receipts) {
                rows.row(
                        receipt.erasureId(),
                        receipt.system(),
                        receipt.records(),
                        receipt.ground().orElse(""),
                        receipt.keepUntil());
            }
        }
    }

    /** The receipts of an erasure, by system. */
    List<ErasureReceipt> of(long erasureId) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select erasure_id, system, records, ground, keep_until, confirmed_at"
                            + " from erasure_receipt where erasure_id = ? order by system")) {
                query.setLong(1, erasureId);
                List<ErasureReceipt> receipts = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        receipts.add(new ErasureReceipt(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                List.of(),
                                Optional.of(row.getString(4)).filter(ground -> !ground.isEmpty()),
                                Optional.ofNullable(row.getObject(5, LocalDate.class)),
                                Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)));
                    }
                }
                return receipts;
            }
        });
    }

    /**
     * Notes that a system has done its part.
     *
     * @throws MdmException if there is no such receipt, or it was confirmed already
     */
    void confirm(long erasureId, String system, String officer, Instant now) {
        store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update erasure_receipt set confirmed_at = ?, confirmed_by = ?"
                            + " where erasure_id = ? and system = ? and confirmed_at is null")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setString(2, officer);
                update.setLong(3, erasureId);
                update.setString(4, system);
                if (update.executeUpdate() == 0) {
                    throw new MdmException(
                            "Erasure " + erasureId + " has no open receipt of " + system + "; look at its receipts");
                }
                return null;
            }
        });
    }
}
