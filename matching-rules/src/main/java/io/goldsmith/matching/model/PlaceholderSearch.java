package io.goldsmith.matching.model;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds placeholder values by how they are used: a phone number, an e-mail address or an identifier that many records hold which have
 * little else in common tells of no customer ({@code 0123456789}, {@code contact@example.org}). A value that many records of one
 * customer hold is none: they agree in more.
 */
final class PlaceholderSearch {

    /** A value in fewer records is left to its term frequency; and a model keeps no value that few records hold. */
    private static final int FEWEST_RECORDS = 20;

    private static final int MOST_HOLDERS = 1_000;
    private static final double MOST_ALIKE = 0.2;
    private static final Set<SemanticType> IDENTIFYING =
            EnumSet.of(SemanticType.PHONE, SemanticType.EMAIL, SemanticType.IDENTIFIER);

    private final RecordTable table;

    PlaceholderSearch(RecordTable table) {
        this.table = table;
    }

    /** The placeholder values by attribute; attributes without any are not listed. */
    SortedMap<String, SortedSet<String>> find() {
        SortedMap<String, SortedSet<String>> found = IntStream.range(
                        0, table.columns().size())
                .parallel()
                .filter(position -> IDENTIFYING.contains(attribute(position).type()))
                .mapToObj(position -> Map.entry(attribute(position).name(), placeholders(position)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(TreeMap::new, (map, entry) -> map.put(entry.getKey(), entry.getValue()), Map::putAll);
        return Collections.unmodifiableSortedMap(found);
    }

    private AttributeDefinition attribute(int position) {
        return table.columns().get(position).attribute();
    }

    private SortedSet<String> placeholders(int position) {
        Column column = table.columns().get(position);
        SortedSet<String> values = new TreeSet<>();
        for (Int2ObjectMap.Entry<IntArrayList> entry : holders(position, column).int2ObjectEntrySet()) {
            if (!areAlike(position, entry.getValue())) {
                values.add(column.text(entry.getIntKey()));
            }
        }
        return values;
    }

    /** The rows that hold each frequent element, the first thousand. */
    private Int2ObjectMap<IntArrayList> holders(int position, Column column) {
        int[] counts = new int[column.elementCodes()];
        for (int row = 0; row < table.size(); row++) {
            int code = table.code(position, row);
            for (int element = 0; element < column.count(code); element++) {
                counts[column.element(code, element)]++;
            }
        }
        Int2ObjectMap<IntArrayList> holders = new Int2ObjectRBTreeMap<>();
        for (int element = 1; element < counts.length; element++) {
            if (counts[element] >= FEWEST_RECORDS) {
                holders.put(element, new IntArrayList());
            }
        }
        for (int row = 0; row < table.size() && !holders.isEmpty(); row++) {
            int code = table.code(position, row);
            for (int element = 0; element < column.count(code); element++) {
                IntArrayList rows = holders.get(column.element(code, element));
                if (rows != null && rows.size() < MOST_HOLDERS) {
                    rows.add(row);
                }
            }
        }
        return holders;
    }

    /** Whether more than a fifth of the pairs of holders agree in half of what both sides have. */
    private boolean areAlike(int position, IntArrayList rows) {
        int half = rows.size() / 2;
        int alike = 0;
        for (int holder = 0; holder < half; holder++) {
            alike += agree(position, rows.getInt(holder), rows.getInt(holder + half)) ? 1 : 0;
        }
        return alike > MOST_ALIKE * half;
    }

    private boolean agree(int position, int left, int right) {
        int compared = 0;
        int equal = 0;
        for (int other = 0; other < table.columns().size(); other++) {
            int one = table.code(other, left);
            int another = table.code(other, right);
            if (other != position && one != Column.MISSING && another != Column.MISSING && tells(other)) {
                compared++;
                equal += one == another ? 1 : 0;
            }
        }
        return compared > 0 && 2 * equal >= compared;
    }

    /** Columns of few values agree by chance. */
    private boolean tells(int position) {
        return table.columns().get(position).codes() > 100;
    }
}
