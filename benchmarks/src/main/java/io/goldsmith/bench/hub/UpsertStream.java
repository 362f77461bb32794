package io.goldsmith.bench.hub;

import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The record versions of one writer, without end: seven of ten are known records whose customer has moved, changed phone or e-mail, three
 * are new records of such customers, under keys of their own. No two writers have the same record. Not thread-safe.
 */
final class UpsertStream {

    private static final double KNOWN_SHARE = 0.7;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<List<String>> CHANGES =
            List.of(List.of("street", "postcode", "town", "country"), List.of("phone"), List.of("email"));

    private final List<Delivery.RecordVersion> known;
    private final int writer;
    private final int writers;
    private final SplittableRandom random;
    private int made;

    UpsertStream(List<Delivery.RecordVersion> known, int writer, int writers) {
        this.known = known;
        this.writer = writer;
        this.writers = writers;
        this.random = new SplittableRandom(Workplace.SEED + writer);
    }

    Delivery.RecordVersion next() {
        made++;
        Delivery.RecordVersion own = known.get(random.nextInt(known.size() / writers) * writers + writer);
        boolean isNew = random.nextDouble() >= KNOWN_SHARE;
        String key = isNew ? own.sourceKey() + "-" + writer + "-" + made : own.sourceKey();
        Instant time = NOW.plus(Duration.ofMillis(made));
        return new Delivery.RecordVersion(own.sourceSystem(), key, time, changed(own.raw()), false);
    }

    /** With some values of another record, and a value of its own, so that every version differs from those before. */
    private AttributeValues changed(AttributeValues values) {
        Map<String, List<String>> changed = new TreeMap<>(values.asMap());
        AttributeValues other = known.get(random.nextInt(known.size())).raw();
        for (String attribute : CHANGES.get(random.nextInt(CHANGES.size()))) {
            List<String> given = other.all(attribute);
            if (!given.isEmpty()) {
                changed.put(attribute, given);
            }
        }
        changed.put("preferences", List.of("preference " + writer + "-" + made));
        return AttributeValues.of(changed);
    }
}
