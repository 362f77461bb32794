package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.store.Documents;
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

/**
 * Since when a source has had each value of a record, from the record's versions in the order of the source's own time. A source
 * touches a whole record when one value changes; the others must not look newer for it. An attribute that is empty counts as emptied
 * on purpose only if it ever had a value.
 */
final class AttributeAges {

    /** A record has several versions even if its first is in force: an older one may have arrived late. */
    private static final String VERSIONS_OF_SEVERAL = "select v.record_id, v.version, v.source_timestamp, v.raw"
            + " from unnest(?) w(id) join source_record_version s on s.record_id = w.id and s.version = 2"
            + " join source_record_version v on v.record_id = s.record_id"
            + " order by v.record_id, v.source_timestamp, v.version";

    private final Map<String, List<String>> current = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Boolean> everKnown = new HashMap<>();
    private boolean complete;

    /** The ages of records that have several versions, by hub id. */
    static Map<Long, AttributeAges> read(Transaction transaction, Collection<MemberRecord> members)
            throws SQLException {
        Map<Long, Integer> versions = new HashMap<>();
        members.forEach(member -> versions.put(member.recordId(), member.version()));
        Map<Long, AttributeAges> ages = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS_OF_SEVERAL)) {
            query.setArray(1, transaction.numbers(versions.keySet()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long recordId = row.getLong(1);
                    ages.computeIfAbsent(recordId, unseen -> new AttributeAges())
                            .follow(
                                    row.getInt(2) == versions.get(recordId),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    Documents.values(row.getString(4)));
                }
            }
        }
        return ages;
    }

    private void follow(boolean last, Instant timestamp, AttributeValues raw) {
        if (complete) {
            return;
        }
        complete = last;
        raw.asMap().forEach((attribute, values) -> {
            if (!values.equals(current.get(attribute))) {
                since.put(attribute, timestamp);
            }
            everKnown.merge(attribute, !values.isEmpty(), Boolean::logicalOr);
        });
        since.keySet().retainAll(raw.asMap().keySet());
        current.clear();
        current.putAll(raw.asMap());
    }

    Map<String, Instant> since() {
        return since;
    }

    boolean everHadValue(String attribute) {
        return everKnown.getOrDefault(attribute, false);
    }
}
