package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.RelationsSettings;
import io.goldsmith.mdm.source.Delivery;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Rows that are relations between records of one source. */
public final class RelationMapping extends StreamMapping {

    private final RelationsSettings settings;
    private final TimestampColumn recorded;
    private final Optional<TimestampColumn> validFrom;
    private final Optional<TimestampColumn> validUntil;

    RelationMapping(String sourceSystem, RelationsSettings settings) {
        this(sourceSystem, settings, new TimestampColumn(settings.timestamp()));
    }

    private RelationMapping(String sourceSystem, RelationsSettings settings, TimestampColumn recorded) {
        super(sourceSystem, Optional.of(recorded));
        this.settings = settings;
        this.recorded = recorded;
        this.validFrom = settings.validFrom().map(TimestampColumn::new);
        this.validUntil = settings.validUntil().map(TimestampColumn::new);
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(Set.of(settings.from(), settings.to(), recorded.column()));
        settings.role().ifPresent(columns::add);
        validFrom.map(TimestampColumn::column).ifPresent(columns::add);
        validUntil.map(TimestampColumn::column).ifPresent(columns::add);
        return columns;
    }

    @Override
    public String keyColumn() {
        return settings.from();
    }

    @Override
    Delivery delivery(Row row) {
        return new Delivery.Relation(
                sourceSystem(),
                settings.kind(),
                key(row, settings.from()),
                key(row, settings.to()),
                settings.role().flatMap(row::text).orElse(""),
                recorded.read(row),
                validFrom.flatMap(column -> column.readIfThere(row)),
                validUntil.flatMap(column -> column.readIfThere(row)));
    }
}
