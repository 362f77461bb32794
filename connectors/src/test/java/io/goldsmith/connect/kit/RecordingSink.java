package io.goldsmith.connect.kit;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.spi.RowSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what a source reads, as the hub does, and remembers it. */
final class RecordingSink implements RowSink {

    /** Does something when a number of rows was taken. */
    interface Interruption {
        void after(int rows) throws Exception;
    }

    private final ReadableSystem system;
    private final int most;
    private final Interruption interruption;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> arrived = new LinkedHashMap<>();
    private final List<String> origins = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Optional<String> position = Optional.empty();
    private int afterEnough;

    RecordingSink(ReadableSystem system) {
        this(system, Integer.MAX_VALUE, rows -> {});
    }

    RecordingSink(ReadableSystem system, int most, Interruption interruption) {
        this.system = system;
        this.most = most;
        this.interruption = interruption;
    }

    @Override
    public boolean row(Row row) {
        if (origins.size() >= most) {
            afterEnough++;
            return false;
        }
        origins.add(row.origin());
        row.text(system.keyColumn())
                .ifPresent(key -> values.put(key, row.text(system.valueColumn()).orElse("")));
        try {
            interruption.after(origins.size());
        } catch (Exception failure) {
            throw new IllegalStateException("The system under test failed", failure);
        }
        return origins.size() < most;
    }

    @Override
    public boolean unreadable(String origin, String reason, String payload) {
        reasons.add(reason);
        return origins.size() < most;
    }

    @Override
    public void reached(String to) {
        if (afterEnough == 0) {
            position = Optional.of(to);
            arrived.putAll(values);
        }
    }

    /** The value of each key, as it came last. */
    Map<String, String> values() {
        return values;
    }

    /** Those of them that came before the position was reached. */
    Map<String, String> arrived() {
        return arrived;
    }

    List<String> origins() {
        return origins;
    }

    List<String> reasons() {
        return reasons;
    }

    /** The position reached last; empty if none was. */
    Optional<String> position() {
        return position;
    }

    /** How many rows came after no more were wanted. */
    int afterEnough() {
        return afterEnough;
    }
}
