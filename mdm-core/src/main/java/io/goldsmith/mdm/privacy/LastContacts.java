package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** When there was contact last with the customers of a range of golden ids, who has ordered, and which systems have them. */
final class LastContacts {

    private static final String RANGE = " where x.golden_id > ? and x.golden_id <= ?";

    private static final String CHANGES = "select x.golden_id, max(v.source_timestamp) from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join source_record_version v on v.record_id = r.id and v.version = r.latest_version" + RANGE
            + " group by x.golden_id";

    private static final String ORDERS = "select x.golden_id, max(o.order_date) from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join customer_order o on o.source_system = r.source_system and o.source_key = r.source_key" + RANGE
            + " group by x.golden_id";

    private static final String CONSENTS = "select x.golden_id, max(c.decided_at) from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join consent c on c.source_system = r.source_system and c.source_key = r.source_key" + RANGE
            + " group by x.golden_id";

    private static final String SYSTEMS = "select distinct x.golden_id, r.source_system from cross_reference x"
            + " join source_record r on r.id = x.record_id" + RANGE;

    private final Map<Long, Instant> last = new TreeMap<>();
    private final Set<Long> ordered = new HashSet<>();
    private final Map<Long, Set<String>> systems = new HashMap<>();

    private LastContacts() {}

    /** Of the golden ids after {@code after} and not after {@code upTo}. */
    static LastContacts of(Transaction transaction, long after, long upTo) throws SQLException {
        LastContacts contacts = new LastContacts();
        contacts.read(transaction, CHANGES, after, upTo, row -> contacts.note(row.getLong(1), instant(row)));
        contacts.read(transaction, CONSENTS, after, upTo, row -> contacts.note(row.getLong(1), instant(row)));
        contacts.read(transaction, ORDERS, after, upTo, row -> {
            LocalDate date = row.getObject(2, LocalDate.class);
            contacts.note(row.getLong(1), date.atStartOfDay(ZoneOffset.UTC).toInstant());
            contacts.ordered.add(row.getLong(1));
        });
        contacts.read(
                transaction,
                SYSTEMS,
                after,
                upTo,
                row -> contacts.systems
                        .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        return contacts;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(Transaction transaction, String sql, long after, long upTo, Row take) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    take.take(row);
                }
            }
        }
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(2, OffsetDateTime.class).toInstant();
    }

    private void note(long goldenId, Instant contact) {
        last.merge(goldenId, contact, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Golden id to last contact, by id. */
    Map<Long, Instant> last() {
        return last;
    }

    Lifecycle lifecycle(long goldenId) {
        return ordered.contains(goldenId) ? Lifecycle.CUSTOMER : Lifecycle.PROSPECT;
    }

    Set<String> systems(long goldenId) {
        return systems.getOrDefault(goldenId, Set.of());
    }
}
