package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the hub wrote into the source systems: read by survivorship, so that an echo gains no recency, frequency or trust. */
public final class WrittenValues {

    // Where nothing was written yet, as in a first load, the database looks at no record.
    private static final String LOOKUP = "select r.id, w.attribute, w.value_hash, o.source_system, o.source_key,"
            + " w.origin_version, w.as_of, w.superseded_at from unnest(?) as i(id) join source_record r on r.id = i.id"
            + " join written_value w on w.source_system = r.source_system and w.source_key = r.source_key"
            + " join source_record o on o.id = w.origin_record where exists (select 1 from written_value)";

    private final Store store;

    public WrittenValues(Store store) {
        this.store = store;
    }

    /**
     * What was written into records, by record id and attribute, values all different; records into which nothing was written are left
     * out.
     *
     * @param recordIds the hub's ids of source records, at most 10,000
     */
    public Map<Long, Map<String, List<WrittenOrigin>>> lookup(Collection<Long> recordIds) {
        return store.inTransaction(transaction -> {
            Map<Long, Map<String, List<WrittenOrigin>>> found = new HashMap<>();
            try (PreparedStatement query = transaction.connection().prepareStatement(LOOKUP)) {
                query.setArray(1, transaction.numbers(recordIds));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        WrittenOrigin origin = new WrittenOrigin(
                                new RecordId(row.getString(4), row.getString(5)),
                                row.getInt(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant));
                        found.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                                .computeIfAbsent(row.getString(2), attribute -> new ArrayList<>())
                                .add(origin);
                    }
                }
            }
            return found;
        });
    }
}
