package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records in standard form as dictionary-encoded columns. Rows are kept in the order of their record ids, whatever the order in which
 * they were added, so that ties broken by row are ties broken by record id. Holds four bytes per record and attribute beside the
 * distinct values and the keys. Immutable.
 */
public final class RecordTable {

    private final List<Column> columns;
    private final List<String> sources;
    private final int[] sourceOfRow;
    private final String[] keyOfRow;
    private final int[] codes;

    private RecordTable(List<Column> columns, List<String> sources, int[] sourceOfRow, String[] keyOfRow, int[] codes) {
        this.columns = columns;
        this.sources = sources;
        this.sourceOfRow = sourceOfRow;
        this.keyOfRow = keyOfRow;
        this.codes = codes;
    }

    /** Starts a table with one column per attribute. */
    public static Builder builder(List<AttributeDefinition> attributes) {
        return new Builder(attributes);
    }

    /** How many rows there are. */
    public int size() {
        return keyOfRow.length;
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
        return new RecordId(sources.get(sourceOfRow[row]), keyOfRow[row]);
    }

    /** Whether two rows come from the same source. */
    public boolean sameSource(int left, int right) {
        return sourceOfRow[left] == sourceOfRow[right];
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

    /** Takes records in any order. Not thread-safe. */
    public static final class Builder {

        private final List<AttributeDefinition> attributes;
        private final List<ColumnBuilder> columns;
        private final Object2IntOpenHashMap<String> sourceCodes = new Object2IntOpenHashMap<>();
        private final List<String> sources = new ArrayList<>();
        private final IntArrayList sourceOfRow = new IntArrayList();
        private final List<String> keys = new ArrayList<>();
        private final IntArrayList codes = new IntArrayList();

        private Builder(List<AttributeDefinition> attributes) {
            this.attributes = List.copyOf(attributes);
            this.columns = this.attributes.stream().map(ColumnBuilder::new).toList();
            sourceCodes.defaultReturnValue(-1);
        }

        /** Adds one record with its standard values; ids must be distinct, which {@link #build()} checks. */
        public Builder add(RecordId id, AttributeValues standard) {
            if ((long) (keys.size() + 1) * attributes.size() > Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("A table of " + attributes.size() + " attributes holds at most "
                        + (Integer.MAX_VALUE - 8) / attributes.size() + " records; split the input.");
            }
            int source = sourceCodes.getInt(id.source());
            if (source < 0) {
                source = sources.size();
                sourceCodes.put(id.source(), source);
                sources.add(id.source());
            }
            sourceOfRow.add(source);
            keys.add(id.key());
            for (int column = 0; column < attributes.size(); column++) {
                codes.add(columns.get(column)
                        .code(standard.all(attributes.get(column).name())));
            }
            return this;
        }

        /** The table of what was added, in the order of the record ids. */
        public RecordTable build() {
            int[] order = new int[keys.size()];
            for (int row = 0; row < order.length; row++) {
                order[row] = row;
            }
            IntArrays.stableSort(order, this::compareIds);
            int width = attributes.size();
            int[] sortedSources = new int[order.length];
            String[] sortedKeys = new String[order.length];
            int[] sortedCodes = new int[order.length * width];
            int[] given = codes.elements();
            for (int row = 0; row < order.length; row++) {
                if (row > 0 && compareIds(order[row - 1], order[row]) == 0) {
                    throw new IllegalArgumentException(
                            "Record ids must be distinct, but one occurs twice: " + keys.get(order[row]) + ".");
                }
                sortedSources[row] = sourceOfRow.getInt(order[row]);
                sortedKeys[row] = keys.get(order[row]);
                System.arraycopy(given, order[row] * width, sortedCodes, row * width, width);
            }
            List<Column> built = columns.stream().map(ColumnBuilder::build).toList();
            return new RecordTable(built, List.copyOf(sources), sortedSources, sortedKeys, sortedCodes);
        }

        private int compareIds(int left, int right) {
            int bySource = sources.get(sourceOfRow.getInt(left)).compareTo(sources.get(sourceOfRow.getInt(right)));
            return bySource != 0 ? bySource : keys.get(left).compareTo(keys.get(right));
        }
    }
}
