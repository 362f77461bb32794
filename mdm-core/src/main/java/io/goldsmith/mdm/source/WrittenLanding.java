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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what the hub wrote into the source systems: the last write of an attribute counts. */
final class WrittenLanding {

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
        try (BulkWriter deletes = transaction.bulk(
                        "delete from written_value where source_system = ? and source_key = ? and attribute = ?");
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
            for (Place place : last.keySet()) {
                deletes.row(place.target().source(), place.target().key(), place.attribute());
            }
            deletes.flush();
            for (WrittenValue value : last.values()) {
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
                        hash(value),
                        origin,
                        value.originVersion(),
                        value.asOf().truncatedTo(ChronoUnit.MICROS),
                        now);
            }
        }
    }

    /** Of the standard values, so that a system that writes them another way still echoes them. */
    private String hash(WrittenValue value) {
        AttributeValues raw = AttributeValues.of(Map.of(value.attribute(), value.values()));
        return ContentHash.of(matching.standardise(raw).values().all(value.attribute()));
    }
}
