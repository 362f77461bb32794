package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.quality.Finding;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keyed hashes of what identified erased persons, asked by landing. Nobody can read who is on it, only test a value against it
 * with the key. Thread-safe.
 */
final class SuppressionList implements Suppression {

    private static final String LOOKUP =
            "select s.hash, s.tag from unnest(?) as h(hash)" + " join suppression s on s.hash = h.hash";
    private static final String IS_USED = "select 1 from suppression where tag in ('SOURCE_KEY', 'EMAIL', 'PHONE',"
            + " 'NAME_AND_BIRTH') fetch first 1 row only";

    private final Store store;
    private final SuppressionHashes hashes;
    private final PersonalIdentifiers identifiers;

    private SuppressionList(Store store, SuppressionHashes hashes, PersonalIdentifiers identifiers) {
        this.store = store;
        this.hashes = hashes;
        this.identifiers = identifiers;
    }

    /**
     * Opens the list.
     *
     * @throws MdmException if it was made with another key: then it would recognise nobody
     */
    static SuppressionList open(Store store, String suppressionKey, PersonalIdentifiers identifiers) {
        SuppressionHashes hashes = new SuppressionHashes(suppressionKey);
        String check = hashes.of(SuppressionTag.KEY_CHECK);
        store.inTransaction(transaction -> {
            Set<String> known = checks(transaction);
            if (known.isEmpty()) {
                add(transaction, Map.of(check, SuppressionTag.KEY_CHECK), 0);
            } else if (!known.contains(check)) {
                throw new MdmException("privacy.suppression-key is not the key that the suppression list was made with,"
                        + " so that erased persons would come back; put the former key into its file");
            }
            return null;
        });
        return new SuppressionList(store, hashes, identifiers);
    }

    private static Set<String> checks(Transaction transaction) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select hash from suppression where tag = 'KEY_CHECK'");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        }
        return known;
    }

    /** Whether anybody is on the list. */
    static boolean isUsed(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(IS_USED);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    SuppressionHashes hashes() {
        return hashes;
    }

    @Override
    public Set<RecordId> erased(Transaction transaction, Collection<RecordId> records) throws SQLException {
        if (records.isEmpty() || !isUsed(transaction)) {
            return Set.of();
        }
        Map<String, RecordId> byHash = new HashMap<>();
        records.forEach(record -> byHash.put(hashes.of(record), record));
        Set<String> hit = lookup(transaction, byHash.keySet()).keySet();
        count(transaction, hit);
        return hit.stream().map(byHash::get).collect(Collectors.toSet());
    }

    @Override
    public Map<AttributeValues, Finding> hits(Transaction transaction, Collection<AttributeValues> raw)
            throws SQLException {
        if (raw.isEmpty() || !isUsed(transaction)) {
            return Map.of();
        }
        Map<AttributeValues, Set<String>> hashesOf = new HashMap<>();
        raw.forEach(values -> hashesOf.computeIfAbsent(values, this::hashesOf));
        Set<String> all = hashesOf.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, SuppressionTag> known = lookup(transaction, all);
        Map<AttributeValues, Finding> hits = new HashMap<>();
        hashesOf.forEach((values, own) -> {
            Set<SuppressionTag> tags = new TreeSet<>();
            own.stream().filter(known::containsKey).forEach(hash -> tags.add(known.get(hash)));
            if (!tags.isEmpty()) {
                hits.put(values, finding(tags));
            }
        });
        return hits;
    }

    private static Finding finding(Set<SuppressionTag> tags) {
        String what = tags.stream().map(SuppressionTag::text).collect(Collectors.joining(" and "));
        return new Finding(
                RULE,
                "record",
                "has " + what
                        + " of a person who was erased; the protection officer admits it or confirms the erasure");
    }

    /** The hashes of what identifies a person in a record, but its source key. */
    Set<String> hashesOf(AttributeValues raw) {
        return identifiers.of(raw).stream()
                .map(identifier -> hashes.of(identifier.tag(), identifier.text()))
                .collect(Collectors.toSet());
    }

    /** Puts hashes on the list; one that is there already stays. */
    static void add(Transaction transaction, Map<String, SuppressionTag> fresh, long erasureId) throws SQLException {
        Map<String, SuppressionTag> missing = new TreeMap<>(fresh);
        missing.keySet().removeAll(lookup(transaction, fresh.keySet()).keySet());
        try (BulkWriter rows = transaction.bulk(
                "insert into suppression (hash, tag, erasure_id, hits, last_hit) values (?, ?, ?, 0, null)")) {
            for (Map.Entry<String, SuppressionTag> row : missing.entrySet()) {
                rows.row(row.getKey(), row.getValue().name(), erasureId);
            }
        }
    }

    /** Takes hashes off the list. */
    static void remove(Transaction transaction, Collection<String> hashes) throws SQLException {
        try (BulkWriter rows = transaction.bulk("delete from suppression where hash = ?")) {
            for (String hash : new TreeSet<>(hashes)) {
                rows.row(hash);
            }
        }
    }

    static Map<String, SuppressionTag> lookup(Transaction transaction, Collection<String> hashes) throws SQLException {
        Map<String, SuppressionTag> known = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(LOOKUP)) {
            query.setArray(1, transaction.texts(hashes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), SuppressionTag.valueOf(row.getString(2)));
                }
            }
        }
        return known;
    }

    /** In the order of the hashes, so that two batches do not wait for each other. */
    private void count(Transaction transaction, Set<String> hit) throws SQLException {
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        try (BulkWriter rows =
                transaction.bulk("update suppression set hits = hits + 1, last_hit = ? where hash = ?")) {
            for (String hash : List.copyOf(new TreeSet<>(hit))) {
                rows.row(now, hash);
            }
        }
    }
}
