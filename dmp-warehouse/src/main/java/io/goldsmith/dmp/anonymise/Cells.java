package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.DmpException;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;

/**
 * The distinct combinations of base values in a table, each with its number of persons: what the search counts, instead
 * of counting every person again at every node.
 */
final class Cells {

    private final PersonTable table;
    private final IntArrayList firstRows = new IntArrayList();
    private final IntArrayList persons = new IntArrayList();

    private Cells(PersonTable table) {
        this.table = table;
    }

    static Cells of(PersonTable table) {
        Cells cells = new Cells(table);
        Long2IntOpenHashMap quasiIds = numbering();
        Long2IntOpenHashMap sensitiveIds = numbering();
        Long2IntOpenHashMap cellIds = numbering();
        for (int row = 0; row < table.persons(); row++) {
            long quasi = numberOf(key(table.quasiIdentifiers(), row), quasiIds);
            long cell = quasi << 32 | numberOf(key(table.sensitive(), row), sensitiveIds);
            int id = numberOf(cell, cellIds);
            if (id == cells.persons.size()) {
                cells.firstRows.add(row);
                cells.persons.add(0);
            }
            cells.persons.set(id, cells.persons.getInt(id) + 1);
        }
        return cells;
    }

    int count() {
        return persons.size();
    }

    int persons(int cell) {
        return persons.getInt(cell);
    }

    int quasiCode(int attribute, int cell) {
        return table.quasiIdentifiers().get(attribute).codeAt(firstRows.getInt(cell));
    }

    int sensitiveCode(int attribute, int cell) {
        return table.sensitive().get(attribute).codeAt(firstRows.getInt(cell));
    }

    private static long key(List<EncodedColumn> columns, int row) {
        long key = 0;
        for (EncodedColumn column : columns) {
            key = combine(key, column.values().size(), column.codeAt(row));
        }
        return key;
    }

    /** Appends a digit to a number in mixed radix. */
    static long combine(long key, int size, int code) {
        try {
            return Math.addExact(Math.multiplyExact(key, (long) size), code);
        } catch (ArithmeticException tooMany) {
            throw new DmpException(
                    "The columns of dmp.projection have more combinations of values than can be counted (2^63);"
                            + " name fewer columns, or coarser generalisations",
                    tooMany);
        }
    }

    private static Long2IntOpenHashMap numbering() {
        Long2IntOpenHashMap numbering = new Long2IntOpenHashMap();
        numbering.defaultReturnValue(-1);
        return numbering;
    }

    private static int numberOf(long key, Long2IntOpenHashMap numbering) {
        int next = numbering.size();
        int number = numbering.putIfAbsent(key, next);
        return number < 0 ? next : number;
    }
}
