package io.goldsmith.matching.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records in standard form as dictionary-encoded columns. Rows are kept in the order of their record ids, whatever the order in which
 * they were added, so that ties broken by row are ties broken by record id; codes count from 1 in the order in which the rows show
 * them. Holds four bytes per record and attribute, eight and its key's bytes per record, and the distinct values. Immutable.
 */
public final class RecordTable {

    private final List<Column> columns;
    private final List<String> sources;
    private final int[] sourceOfRow;
    private final RecordKeys keys;
    private final int[] codes;

    RecordTable(List<Column> columns, List<String> sources, int[] sourceOfRow, RecordKeys keys, int[] codes) {
        this.columns = columns;
        this.sources = sources;
        this.sourceOfRow = sourceOfRow;
        this.keys = keys;
        this.codes = codes;
    }

    /** Starts a table with one column per attribute. */
    public static Builder builder(List<AttributeDefinition> attributes) {
        return new Builder(attributes);
    }

    /** How many rows there are. */
    public int size() {
        return sourceOfRow.length;
    }

    /** The columns, in the order of the attributes given. */
    public List<Column> columns() {
        return columns;
    }

    /** The position of an attribute's column, from 0. */
    public int column(String attribute) {
        for (int position = 0; position < columns.size(); position++) {
            if (columns.get(position).attribute().name().equals(attribute)) {
                return position;
            }
        }
        throw new IllegalArgumentException("The table has no attribute \"" + attribute + "\"; it has "
                + columns.stream().map(column -> column.attribute().name()).toList() + ".");
    }

    /** The code of a row's value in a column; {@link Column#MISSING} if it has none. */
    public int code(int column, int row) {
        return codes[row * columns.size() + column];
    }

    /** Which record a row holds. */
    public RecordId id(int row) {
        return new RecordId(source(row), key(row));
    }

    /** The source system of a row's record. */
    public String source(int row) {
        return sources.get(sourceOfRow[row]);
    }

    /** The key of a row's record in its source system. */
    public String key(int row) {
        return keys.text(row);
    }

    /** Whether two rows come from the same source. */
    public boolean sameSource(int left, int right) {
        // The number of sources is at hand; a row's source lies somewhere in memory.
        return sources.size() == 1 || sourceOfRow[left] == sourceOfRow[right];
    }

    /** Writes a row's id as a field, as {@link RecordId#toString} has it. */
    public void writeId(int row, CsvOutput output) {
        String source = source(row);
        if (source.isEmpty()) {
            output.field(keys.bytes(), keys.start(row), keys.end(row));
        } else {
            output.field(source + ":", keys.bytes(), keys.start(row), keys.end(row));
        }
    }

    /** A row's standard values; attributes without a value are absent. */
    public AttributeValues values(int row) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            int code = code(column, row);
            if (code != Column.MISSING) {
                values.put(
                        columns.get(column).attribute().name(),
                        columns.get(column).values(code));
            }
        }
        return AttributeValues.of(values);
    }

    /** The table with some values of an attribute missing, as {@link #without(Map)} has it. */
    public RecordTable without(String attribute, Set<String> values) {
        return without(Map.of(attribute, values));
    }

    /**
     * The table with some values missing: a record that holds one has no value instead, or of a multi-valued attribute the others. Shares
     * what stays the same with this table; answers this one if nothing changes.
     *
     * @param values by attribute, the standard values that are to be missing
     */
    public RecordTable without(Map<String, Set<String>> values) {
        List<Column> thinned = new ArrayList<>(columns);
        Map<Integer, int[]> newCodes = new LinkedHashMap<>();
        values.forEach((attribute, missing) -> {
            int position = column(attribute);
            if (columns.get(position).hasAny(missing)) {
                Column.Thinned without = columns.get(position).without(missing);
                thinned.set(position, without.column());
                newCodes.put(position, without.newCodes());
            }
        });
        if (newCodes.isEmpty()) {
            return this;
        }
        int[] recoded = codes.clone();
        newCodes.forEach((position, coded) -> {
            for (int cell = position; cell < recoded.length; cell += columns.size()) {
                recoded[cell] = coded[recoded[cell]];
            }
        });
        return new RecordTable(List.copyOf(thinned), sources, sourceOfRow, keys, recoded);
    }

    /** Takes records in any order. Not thread-safe; {@link TableAssembly} is for many threads. */
    public static final class Builder {

        private static final int ROWS_WORTH_THREADS = 100_000;

        private final List<AttributeDefinition> attributes;
        private final TableAssembly assembly;
        private final Map<String, RecordBatch> batches = new LinkedHashMap<>();
        private final int[] row;
        private int size;

        private Builder(List<AttributeDefinition> attributes) {
            this.attributes = List.copyOf(attributes);
            this.assembly = new TableAssembly(this.attributes);
            this.row = new int[this.attributes.size()];
        }

        /** Adds one record with its standard values; ids must be distinct, which {@link #build()} checks. */
        public Builder add(RecordId id, AttributeValues standard) {
            for (int column = 0; column < row.length; column++) {
                row[column] = assembly.dictionary(column)
                        .code(standard.all(attributes.get(column).name()));
            }
            batches.computeIfAbsent(id.source(), source -> new RecordBatch(batches.size(), source, row.length, 8))
                    .add(id.key(), row);
            size++;
            return this;
        }

        /**
         * The table of what was added, in the order of the record ids.
         *
         * @throws IllegalArgumentException if two records have one id
         */
        public RecordTable build() {
            batches.values().forEach(assembly::add);
            try {
                return assembly.build(
                        size < ROWS_WORTH_THREADS ? 1 : Runtime.getRuntime().availableProcessors());
            } catch (RepeatedIdException repeated) {
                throw new IllegalArgumentException(repeated.getMessage(), repeated);
            }
        }
    }
}
