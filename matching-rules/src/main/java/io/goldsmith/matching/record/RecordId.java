package io.goldsmith.matching.record;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which record: the source system that owns it and the key it has there. Ordered by source, then key, each by code point: the order
 * that breaks every tie.
 */
public record RecordId(String source, String key) implements Comparable<RecordId> {

    private static final Comparator<RecordId> ORDER =
            Comparator.comparing(RecordId::source).thenComparing(RecordId::key);

    public RecordId {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }

    /** {@code source:key}, as it is written in files. */
    @Override
    public String toString() {
        return source.isEmpty() ? key : source + ":" + key;
    }
}
