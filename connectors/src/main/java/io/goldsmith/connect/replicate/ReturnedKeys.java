package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Outcome.Created;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that one target was asked to create, and that tells their keys only by its next extract, in which they carry the golden id. Before such a record is
 * landed, it is noted that its values are the hub's own; when it is landed, it is tied to its golden record.
 */
final class ReturnedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedKeys.class);

    private static final int AT_ONCE = 500;

    private final Hub hub;
    private final String target;
    private final String sourceSystem;
    private final DeliveryRows rows;
    private final AwaitedRows awaited;
    private final Creations creations;

    ReturnedKeys(Hub hub, String target, String sourceSystem, DeliveryRows rows, Creations creations) {
        this.hub = hub;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.rows = rows;
        this.awaited = new AwaitedRows(rows.statements());
        this.creations = creations;
    }

    /** Records of the target are about to be landed that carry golden ids; those that are not awaited are left alone. */
    void found(Map<String, String> goldenByKey) {
        Map<String, Optional<String>> keys = new TreeMap<>();
        goldenByKey.forEach((key, golden) ->
                keys.merge(Creations.placeholder(golden), Optional.of(key), (one, other) -> Optional.empty()));
        hub.store().inTransaction(transaction -> {
            for (DeliveryRow row : awaited.awaited(target, keys.keySet())) {
                Optional<String> key = keys.get(row.key());
                if (key.isPresent()) {
                    letter(row).ifPresent(letter -> {
                        creations.recordWritten(letter, new RecordId(sourceSystem, key.get()));
                        awaited.returned(row, key.get());
                    });
                } else {
                    LOG.warn(
                            "Several records of {} carry {}, so that nobody knows which was created for it; leave it in one",
                            target,
                            row.delivered().goldenId());
                }
            }
            return null;
        });
    }

    /** Ties what has come back and was landed. */
    void tie() {
        Map<String, Long> returned = awaited.returned(target, AT_ONCE);
        Map<RecordId, String> records = new HashMap<>();
        returned.keySet().forEach(key -> records.put(new RecordId(sourceSystem, key), key));
        if (!records.isEmpty()) {
            hub.sourceRecords()
                    .idsOf(List.copyOf(records.keySet()))
                    .keySet()
                    .forEach(record ->
                            rows.byId(returned.get(records.get(record))).ifPresent(row -> tie(row, record.key())));
        }
    }

    private void tie(DeliveryRow row, String key) {
        Optional<Letter> letter = letter(row);
        if (letter.isPresent()) {
            creations.returned(letter.get(), new Created(key, Optional.empty()));
        } else {
            // The customer is gone since: the record is resolved by its own values.
            awaited.returned(row, "");
        }
    }

    /** Of a merged golden record that of the survivor. */
    private Optional<Letter> letter(DeliveryRow row) {
        return hub.goldenRecords().find(row.delivered().goldenId()).flatMap(golden -> creations.letter(row, golden));
    }
}
