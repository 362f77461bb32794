package io.goldsmith.connect.replicate;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.SourceRecordRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the hub knows of some records of a source system.
 *
 * @param landed the records that were ever landed, by key, in force or not
 * @param deleted those of them that the hub holds to be deleted
 * @param inForce the version in force of those that have one and are not deleted
 * @param golden the golden records of those that are resolved
 * @param standings where those with a delivery stand
 */
record HubRecords(
        Set<RecordId> landed,
        Set<RecordId> deleted,
        Map<String, SourceRecordRow> inForce,
        Map<String, GoldenRecord> golden,
        Map<String, StandingRow> standings) {

    static HubRecords of(Hub hub, DeliveryRows rows, String target, String source, Collection<String> keys) {
        List<RecordId> records =
                keys.stream().map(key -> new RecordId(source, key)).toList();
        Map<RecordId, Long> ids = hub.sourceRecords().idsOf(records);
        Map<String, SourceRecordRow> inForce = new HashMap<>();
        Set<RecordId> deleted = new HashSet<>();
        for (SourceRecordRow row : hub.sourceRecords().newest(ids.values())) {
            if (row.deleted()) {
                deleted.add(row.id());
            } else {
                inForce.put(row.id().key(), row);
            }
        }
        Set<RecordId> pending = hub.sourceRecords().pendingOf(ids.keySet());
        Map<String, GoldenRecord> golden = new HashMap<>(hub.goldenRecords().goldenOf(source, keys));
        pending.forEach(record -> golden.remove(record.key()));
        return new HubRecords(
                ids.keySet(), deleted, inForce, golden, rows.standings().of(target, keys));
    }

    /** Whether the hub holds a record to be in its system. */
    boolean isKnown(RecordId record) {
        return landed.contains(record) && !deleted.contains(record);
    }

    /** A record and the golden record that it belongs to, if it is resolved. */
    Optional<Member> member(String key) {
        return Optional.ofNullable(inForce.get(key))
                .filter(row -> golden.containsKey(key))
                .map(row -> new Member(
                        row.id(),
                        row.version(),
                        row.sourceTimestamp(),
                        row.raw(),
                        AttributeValues.none(),
                        "",
                        Optional.empty()));
    }
}
