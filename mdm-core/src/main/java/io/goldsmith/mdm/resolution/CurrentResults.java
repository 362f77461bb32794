package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is stored of some records before they are resolved anew.
 *
 * @param references record to its cross-reference
 * @param golden the active golden records among those referred to
 */
record CurrentResults(Map<Long, Reference> references, Map<Long, Golden> golden) {

    private static final String REFERENCES = "select x.record_id, x.golden_id, x.origin, x.weight from unnest(?) w(id)"
            + " join cross_reference x on x.record_id = w.id";

    private static final String GOLDEN_OF_ANY =
            "select g.id, g.version, g.created_at, g.changed_at, v.attributes, v.provenance, v.members, g.valid_until,"
                    + " case when exists (select 1 from search_term t"
                    + " where t.term = concat('G-', g.id) and t.golden_id = g.id) then 1 else 0 end"
                    + " from unnest(?) w(id) join golden_record g on g.id = w.id"
                    + " join golden_record_version v on v.golden_id = g.id and v.version = g.version";

    private static final String GOLDEN = GOLDEN_OF_ANY + " where g.state = 'ACTIVE'";

    /** A cross-reference. */
    record Reference(long goldenId, String origin, Optional<Integer> weight) {}

    /**
     * A golden record in its newest version.
     *
     * @param isIndexed whether its search terms are written; those of one that a batch made come at the batch's end
     */
    record Golden(
            int version,
            Instant createdAt,
            Instant changedAt,
            String attributes,
            String provenance,
            String members,
            Optional<Instant> validUntil,
            boolean isIndexed) {

        /** Whether nothing is new, not even how long it is valid: that is what the scheduled evaluation goes by. */
        boolean isAs(EvaluatedCluster cluster) {
            return shows(cluster) && validUntil.equals(cluster.validUntil());
        }

        /** Whether the values, their provenance and the members are the same. */
        boolean shows(EvaluatedCluster cluster) {
            return attributes.equals(cluster.attributes())
                    && provenance.equals(cluster.provenance())
                    && members.equals(cluster.members());
        }
    }

    static CurrentResults read(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Reference> references = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(REFERENCES)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int weight = row.getInt(4);
                    references.put(
                            row.getLong(1),
                            new Reference(
                                    row.getLong(2),
                                    row.getString(3),
                                    row.wasNull() ? Optional.empty() : Optional.of(weight)));
                }
            }
        }
        TreeSet<Long> goldenIds = new TreeSet<>();
        references.values().forEach(reference -> goldenIds.add(reference.goldenId));
        return new CurrentResults(
                references, goldenIds.isEmpty() ? Map.of() : readGolden(transaction, goldenIds, GOLDEN));
    }

    static Map<Long, Golden> readGolden(Transaction transaction, Collection<Long> ids) throws SQLException {
        return readGolden(transaction, ids, GOLDEN);
    }

    private static Map<Long, Golden> readGolden(Transaction transaction, Collection<Long> ids, String sql)
            throws SQLException {
        Map<Long, Golden> golden = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setArray(1, transaction.numbers(ids));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    golden.put(
                            row.getLong(1),
                            new Golden(
                                    row.getInt(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant),
                                    row.getInt(9) == 1));
                }
            }
        }
        return golden;
    }

    /** A golden record in its newest version, active or not. */
    static Golden goldenOf(Transaction transaction, long id) throws SQLException {
        return readGolden(transaction, List.of(id), GOLDEN_OF_ANY).get(id);
    }

    /** Record to the active golden record it belongs to. */
    Map<Long, Long> goldenOf() {
        Map<Long, Long> goldenOf = new HashMap<>();
        references.forEach((record, reference) -> goldenOf.put(record, reference.goldenId));
        return goldenOf;
    }

    Map<Long, Instant> createdAt() {
        Map<Long, Instant> createdAt = new TreeMap<>();
        golden.forEach((id, record) -> createdAt.put(id, record.createdAt));
        return createdAt;
    }
}
