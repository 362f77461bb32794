package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** How the rows of one stream become deliveries. */
public abstract sealed class StreamMapping permits RecordMapping, OrderMapping, RelationMapping {

    private static final int LONGEST_PAYLOAD = 10_000;

    private final String sourceSystem;
    private final Optional<TimestampColumn> timestamp;

    StreamMapping(String sourceSystem, Optional<TimestampColumn> timestamp) {
        this.sourceSystem = sourceSystem;
        this.timestamp = timestamp;
    }

    /**
     * The mapping of a stream.
     *
     * @param sourceSystem the source system that the stream belongs to
     * @param folder the hub's folder, which files that the settings name are relative to
     * @throws IllegalArgumentException if the settings contradict themselves
     * @throws io.goldsmith.connect.ConnectException if an expression is broken or a file of codes cannot be read
     */
    public static StreamMapping of(String sourceSystem, StreamSettings settings, Path folder) {
        if (settings.contents() != 1) {
            throw new IllegalArgumentException("Stream '" + settings.name()
                    + "' must hold exactly one of records, orders, relations, reference, but holds "
                    + settings.contents());
        }
        if (settings.records().isPresent()) {
            return RecordMapping.of(sourceSystem, settings.records().get(), folder);
        }
        if (settings.orders().isPresent()) {
            return new OrderMapping(sourceSystem, settings.orders().get());
        }
        return new RelationMapping(
                sourceSystem,
                settings.relations()
                        .orElseThrow(() -> new IllegalArgumentException("Stream '" + settings.name()
                                + "' holds reference data, which are not mapped to the model")));
    }

    /** The columns that it reads, each once. */
    public abstract Set<String> columns();

    /** The column that orders rows of the same timestamp: the key of what the row holds. */
    public abstract String keyColumn();

    /** The column with the time of the last change, if the stream has one. */
    public Optional<TimestampColumn> timestamp() {
        return timestamp;
    }

    /** The delivery that a row stands for; {@link Delivery.Unreadable} with the reason if it cannot become one. */
    public final Delivery map(Row row) {
        try {
            return delivery(row);
        } catch (UnmappableException unmappable) {
            return unreadable(row.origin(), unmappable.getMessage(), row.payload());
        }
    }

    /**
     * The deletion that a message without content stands for; {@link Delivery.Unreadable} with the reason if it does not say of what.
     *
     * @param marks what is known of the message beside its content: its key and when it was sent
     */
    public final Delivery deletion(Row marks) {
        try {
            return deletedBy(marks);
        } catch (UnmappableException unmappable) {
            return unreadable(marks.origin(), unmappable.getMessage(), marks.payload());
        }
    }

    /** A row that could not even be read as columns. */
    public final Delivery.Unreadable unreadable(String origin, String reason, String payload) {
        String cut = payload.length() > LONGEST_PAYLOAD ? payload.substring(0, LONGEST_PAYLOAD) : payload;
        return new Delivery.Unreadable(sourceSystem, origin, reason, cut);
    }

    abstract Delivery delivery(Row row);

    Delivery deletedBy(Row marks) {
        throw new UnmappableException("a message without content deletes a record, but the stream holds no records");
    }

    final String sourceSystem() {
        return sourceSystem;
    }

    static String required(Row row, String column) {
        return row.text(column)
                .orElseThrow(() -> new UnmappableException("column " + column + " must have a value, but is empty"));
    }

    static String key(Row row, String column) {
        String key = required(row, column);
        if (key.length() > 256) {
            throw new UnmappableException(
                    "column " + column + " must hold a key of at most 256 characters, but holds " + key.length());
        }
        return key;
    }
}
