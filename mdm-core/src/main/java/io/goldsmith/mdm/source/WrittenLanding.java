package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notes what the hub wrote into the source systems. An earlier write of an attribute stays beside the latest: it may reach its system
 * late, when the next is on its way already. Once the latest is acknowledged, it passes for the hub's only as long as the system has not
 * changed the attribute since. Rows grow with the distinct values that a record was given.
 */
final class WrittenLanding {

    /** A system whose clock is ahead may have dated its version in force later than now: what was told of that stays so. */
    private static final String SUPERSEDED = "update written_value set superseded_at = greatest(?, coalesce("
            + "(select v.source_timestamp from source_record r join source_record_version v"
            + " on v.record_id = r.id and v.version = r.latest_version where r.source_system = written_value.source_system"
            + " and r.source_key = written_value.source_key), ?))"
            + " where source_system = ? and source_key = ? and not is_latest and superseded_at is null";

    private final SourceRecords records;
    private final Matching matching;

    WrittenLanding(Store store, Matching matching) {
        this.records = new SourceRecords(store);
        this.matching = matching;
    }

    /** Which attribute of which record. */
    private record Place(RecordId target, String attribute) {}

    void note(Transaction transaction, List<WrittenValue> written, Instant now) throws SQLException {
        Map<Place, WrittenValue> last = new LinkedHashMap<>();
        Set<RecordId> origins = new LinkedHashSet<>();
        for (WrittenValue value : written) {
            last.put(new Place(value.target(), value.attribute()), value);
            origins.add(value.origin());
        }
        Map<RecordId, Long> originIds = records.idsOf(origins);
        try (BulkWriter earlier = transaction.bulk("update written_value set is_latest = false"
                        + " where source_system = ? and source_key = ? and attribute = ? and is_latest");
                BulkWriter deletes = transaction.bulk("delete from written_value"
                        + " where source_system = ? and source_key = ? and attribute = ? and value_hash = ?");
                RowWriter inserts = transaction.insert(
                        "written_value",
                        "source_system",
                        "source_key",
                        "attribute",
                        "value_hash",
                        "origin_record",
                        "origin_version",
                        "as_of",
                        "written_at")) {
            Map<Place, String> hashes = new LinkedHashMap<>();
            for (Map.Entry<Place, WrittenValue> one : last.entrySet()) {
                Place place = one.getKey();
                String hash = hash(one.getValue());
                hashes.put(place, hash);
                earlier.row(place.target().source(), place.target().key(), place.attribute());
                deletes.row(place.target().source(), place.target().key(), place.attribute(), hash);
            }
            earlier.flush();
            deletes.flush();
            for (Map.Entry<Place, WrittenValue> one : last.entrySet()) {
                WrittenValue value = one.getValue();
                Long origin = originIds.get(value.origin());
                if (origin == null) {
                    throw new IllegalArgumentException("A written value names an origin in "
                            + value.origin().source()
                            + " that the hub has never landed; hand over the provenance of the golden record");
                }
                inserts.row(
                        value.target().source(),
                        value.target().key(),
                        value.attribute(),
                        hashes.get(one.getKey()),
                        origin,
                        value.originVersion(),
                        value.asOf().truncatedTo(ChronoUnit.MICROS),
                        now);
            }
        }
    }

    /**
     * The records have what was written into them last: what was written before is not on its way any more.
     *
     * @param keys of records of the source system
     */
    void arrived(Transaction transaction, String sourceSystem, Collection<String> keys, Instant now)
            throws SQLException {
        try (BulkWriter updates = transaction.bulk(SUPERSEDED)) {
            for (String key : new TreeSet<>(keys)) {
                updates.row(now, now, sourceSystem, key);
            }
        }
    }

    /** Of the standard values, so that a system that writes them another way still echoes them. */
    private String hash(WrittenValue value) {
        AttributeValues raw = AttributeValues.of(Map.of(value.attribute(), value.values()));
        return ContentHash.of(matching.standardise(raw).values().all(value.attribute()));
    }
}
