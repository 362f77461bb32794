package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.DeletedSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.TimestampSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows that are source records. A column without text leaves its attribute unknown: the source does not say whether it was emptied on
 * purpose.
 */
public final class RecordMapping extends StreamMapping {

    /** When a message was sent. */
    private static final TimestampColumn SENT = new TimestampColumn(TimestampSettings.column("@timestamp"));

    private final String key;
    private final TimestampColumn changed;
    private final Optional<DeletedSettings> deleted;
    private final Map<String, AttributeMapping> attributes;

    private RecordMapping(
            String sourceSystem,
            String key,
            TimestampColumn changed,
            Optional<DeletedSettings> deleted,
            Map<String, AttributeMapping> attributes) {
        super(sourceSystem, Optional.of(changed));
        this.key = key;
        this.changed = changed;
        this.deleted = deleted;
        this.attributes = attributes;
    }

    static RecordMapping of(String sourceSystem, RecordsSettings settings, Path folder) {
        Map<String, AttributeMapping> attributes = new LinkedHashMap<>();
        settings.attributes()
                .forEach((attribute, mapping) ->
                        attributes.put(attribute, AttributeMapping.of(attribute, mapping, folder)));
        return new RecordMapping(
                sourceSystem,
                settings.key(),
                new TimestampColumn(settings.timestamp()),
                settings.deleted(),
                attributes);
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(List.of(key, changed.column()));
        deleted.map(DeletedSettings::column).ifPresent(columns::add);
        attributes.values().forEach(mapping -> columns.addAll(mapping.columns()));
        return columns;
    }

    @Override
    public String keyColumn() {
        return key;
    }

    /** The attributes that it maps, in the order of the settings. */
    public Set<String> attributes() {
        return attributes.keySet();
    }

    /** Whether an attribute's values can be written back. */
    public boolean isReversible(String attribute) {
        return attributes.containsKey(attribute) && obstacle(attribute).isEmpty();
    }

    /** Why a mapped attribute's values cannot be written back; empty if they can. */
    public Optional<String> obstacle(String attribute) {
        return attributes.get(attribute).obstacle();
    }

    /** The columns that a mapped attribute's values come from, in the order of the settings. */
    public Set<String> columns(String attribute) {
        return unconditional(attribute).columns();
    }

    /** What a row must have so that it has a mapped attribute; empty if nothing. */
    public Optional<AttributeMappingSettings.Condition> condition(String attribute) {
        return attributes.get(attribute) instanceof AttributeMapping.Conditional conditional
                ? Optional.of(new AttributeMappingSettings.Condition(conditional.column(), conditional.is()))
                : Optional.empty();
    }

    private AttributeMapping unconditional(String attribute) {
        AttributeMapping mapping = attributes.get(attribute);
        return mapping instanceof AttributeMapping.Conditional conditional ? conditional.mapping() : mapping;
    }

    /**
     * Writes attributes back as columns.
     *
     * @param state the values that the record shall have, and beside them those that it has: a column may be made of several attributes
     * @param written the attributes to write
     * @return column to text, sorted; empty text empties the column
     */
    public SortedMap<String, String> write(AttributeValues state, Collection<String> written) {
        SortedMap<String, String> columns = new TreeMap<>();
        for (String attribute : written) {
            Optional<AttributeMapping.FullName> fullName = fullName(attributes.get(attribute));
            if (fullName.isPresent()) {
                String column = fullName.get().column();
                columns.put(column, fullName(column, state).toString());
            } else {
                attributes.get(attribute).write(state.all(attribute), state, columns);
            }
        }
        return columns;
    }

    /** Both parts of the full name in a column, whichever of them is written. */
    private PersonName fullName(String column, AttributeValues state) {
        PersonName name = new PersonName("", "");
        for (Map.Entry<String, AttributeMapping> one : attributes.entrySet()) {
            Optional<AttributeMapping.FullName> part =
                    fullName(one.getValue()).filter(found -> found.column().equals(column));
            if (part.isPresent()) {
                name = name.with(part.get().part(), state.first(one.getKey()).orElse(""));
            }
        }
        return name;
    }

    private static Optional<AttributeMapping.FullName> fullName(AttributeMapping mapping) {
        AttributeMapping inner =
                mapping instanceof AttributeMapping.Conditional conditional ? conditional.mapping() : mapping;
        return inner instanceof AttributeMapping.FullName found ? Optional.of(found) : Optional.empty();
    }

    /**
     * The values of an attribute as they will be read again from columns that were written; none if its columns were left alone.
     *
     * @param columns column to text, as {@link #write} gives them
     */
    public List<String> written(String attribute, Map<String, String> columns) {
        try {
            return unconditional(attribute).read(new WrittenRow(columns));
        } catch (UnmappableException notWritten) {
            return List.of();
        }
    }

    /** A new record as it will be read from the columns that were written, as far as they tell. */
    public AttributeValues read(Map<String, String> columns) {
        Map<String, List<String>> values = new TreeMap<>();
        Row row = new WrittenRow(columns);
        attributes.forEach((attribute, mapping) -> {
            try {
                List<String> read = mapping.read(row);
                if (!read.isEmpty()) {
                    values.put(attribute, read);
                }
            } catch (UnmappableException notWritten) {
                // The target will say it, if it has it.
            }
        });
        return AttributeValues.of(values);
    }

    @Override
    Delivery deletedBy(Row marks) {
        if (!Columns.isMark(key) && marks.text(key).isEmpty()) {
            throw new UnmappableException("a message without content deletes the record of its key, but the stream's"
                    + " records have theirs in column " + key + "; take it from @key");
        }
        return new Delivery.RecordVersion(
                sourceSystem(), key(marks, key), SENT.read(marks), AttributeValues.none(), true);
    }

    @Override
    Delivery delivery(Row row) {
        if (deleted.isPresent() && isDeleted(row, deleted.get())) {
            return new Delivery.RecordVersion(
                    sourceSystem(), key(row, key), changed.read(row), AttributeValues.none(), true);
        }
        Map<String, List<String>> values = new TreeMap<>();
        attributes.forEach((attribute, mapping) -> {
            List<String> read = mapping.read(row);
            if (!read.isEmpty()) {
                values.put(attribute, read);
            }
        });
        return new Delivery.RecordVersion(
                sourceSystem(), key(row, key), changed.read(row), AttributeValues.of(values), false);
    }

    private static boolean isDeleted(Row row, DeletedSettings said) {
        return row.texts(said.column()).stream()
                .anyMatch(text -> said.is().isEmpty() || said.is().stream().anyMatch(text::equalsIgnoreCase));
    }
}
