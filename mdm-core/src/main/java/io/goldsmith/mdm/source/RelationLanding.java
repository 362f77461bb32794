package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lands the relations of a batch: the newest by the source's own time counts; a repeat changes nothing. */
final class RelationLanding {

    // A join for H2's sake: see RecordLookup.
    private static final String KNOWN = "select r.kind, r.from_key, r.to_key, r.role, r.recorded_at,"
            + " r.valid_from, r.valid_until"
            + " from unnest(?) as k(to_key) join relation r on r.source_system = ? and r.to_key = k.to_key";

    private RelationLanding() {}

    /** What a relation is known by. */
    private record Key(String kind, String system, String from, String to) {

        static Key of(Delivery.Relation relation) {
            return new Key(relation.kind(), relation.sourceSystem(), relation.fromKey(), relation.toKey());
        }
    }

    /** What is known of it. */
    private record State(
            String role,
            Instant recordedAt,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            boolean isStored) {

        static State of(Delivery.Relation relation, boolean isStored) {
            return new State(
                    relation.role(),
                    precise(relation.sourceTimestamp()),
                    relation.validFrom().map(RelationLanding::precise),
                    relation.validUntil().map(RelationLanding::precise),
                    isStored);
        }

        boolean saysTheSameAs(State other) {
            return role.equals(other.role) && validFrom.equals(other.validFrom) && validUntil.equals(other.validUntil);
        }
    }

    /** As precise as the database keeps it. */
    private static Instant precise(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static LandingCounts land(Transaction transaction, List<Delivery.Relation> relations) throws SQLException {
        if (relations.isEmpty()) {
            return LandingCounts.NONE;
        }
        Map<Key, State> known = known(transaction, relations);
        Map<Key, State> changed = new HashMap<>();
        long landed = 0;
        long unchanged = 0;
        long stale = 0;
        for (Delivery.Relation relation : relations) {
            Key key = Key.of(relation);
            State before = known.get(key);
            State after = State.of(relation, before != null && before.isStored());
            if (before != null && before.saysTheSameAs(after)) {
                unchanged++;
            } else if (before != null && after.recordedAt().isBefore(before.recordedAt())) {
                stale++;
            } else {
                landed++;
                known.put(key, after);
                changed.put(key, after);
            }
        }
        write(transaction, changed);
        return new LandingCounts(landed, unchanged, stale, 0);
    }

    private static void write(Transaction transaction, Map<Key, State> changed) throws SQLException {
        try (RowWriter inserts = transaction.insert(
                        "relation",
                        "role",
                        "recorded_at",
                        "valid_from",
                        "valid_until",
                        "kind",
                        "source_system",
                        "from_key",
                        "to_key");
                BulkWriter updates = transaction.bulk("update relation set role = ?, recorded_at = ?,"
                        + " valid_from = ?, valid_until = ?"
                        + " where kind = ? and source_system = ? and from_key = ? and to_key = ?")) {
            for (Map.Entry<Key, State> entry : changed.entrySet()) {
                Key key = entry.getKey();
                State state = entry.getValue();
                Object[] row = {
                    state.role(),
                    state.recordedAt(),
                    state.validFrom(),
                    state.validUntil(),
                    key.kind(),
                    key.system(),
                    key.from(),
                    key.to()
                };
                if (state.isStored()) {
                    updates.row(row);
                } else {
                    inserts.row(row);
                }
            }
        }
    }

    private static Map<Key, State> known(Transaction transaction, List<Delivery.Relation> relations)
            throws SQLException {
        Map<String, Set<String>> keysBySystem = new TreeMap<>();
        for (Delivery.Relation relation : relations) {
            keysBySystem
                    .computeIfAbsent(relation.sourceSystem(), system -> new TreeSet<>())
                    .add(relation.toKey());
        }
        Map<Key, State> known = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KNOWN)) {
            for (Map.Entry<String, Set<String>> system : keysBySystem.entrySet()) {
                query.setString(2, system.getKey());
                query.setArray(1, transaction.texts(system.getValue()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Key key = new Key(row.getString(1), system.getKey(), row.getString(2), row.getString(3));
                        Instant recordedAt =
                                row.getObject(5, OffsetDateTime.class).toInstant();
                        known.put(key, new State(row.getString(4), recordedAt, instant(row, 6), instant(row, 7), true));
                    }
                }
            }
        }
        return known;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
