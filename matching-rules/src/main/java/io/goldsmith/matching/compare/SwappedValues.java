package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/**
 * Whether two rows hold each other's value of another attribute, as given and family names get swapped. What needs preparing is
 * prepared when a pair is first looked at. Of a multi-valued attribute the first element counts. Thread-safe.
 */
final class SwappedValues {

    private final RecordTable table;
    private final int ownPosition;
    private final int otherPosition;
    private final PreparedColumn own;
    private final PreparedColumn other;
    private final boolean fuzzy;
    private volatile Prepared prepared = Prepared.NOT_YET;

    /**
     * Binds the swaps to a table.
     *
     * @param own the compared column, at {@code ownPosition} in the table
     * @param fuzzy whether a level asks for a similarity
     */
    SwappedValues(RecordTable table, PreparedColumn own, int ownPosition, int otherPosition, boolean fuzzy) {
        this.table = table;
        this.ownPosition = ownPosition;
        this.otherPosition = otherPosition;
        this.own = own;
        this.other = new PreparedColumn(table.columns().get(otherPosition));
        this.fuzzy = fuzzy;
    }

    /** Whether a swap level holds for two rows that both have a value of the own attribute. */
    boolean hold(Level level, int left, int right) {
        int ownLeft = element(own.column(), ownPosition, left);
        int ownRight = element(own.column(), ownPosition, right);
        int otherLeft = element(other.column(), otherPosition, left);
        int otherRight = element(other.column(), otherPosition, right);
        boolean whole = otherLeft != Column.MISSING && otherRight != Column.MISSING;
        Prepared forms = prepared();
        if (level.test() == LevelTest.SWAPPED_PART) {
            return !whole
                    && otherLeft != otherRight
                    && (forms.ownInOther[ownLeft] == otherRight || forms.ownInOther[ownRight] == otherLeft);
        }
        if (!whole) {
            return false;
        }
        double bound = level.bound();
        return bound == 0
                ? forms.ownInOther[ownLeft] == otherRight && forms.ownInOther[ownRight] == otherLeft
                : JaroWinkler.atLeast(forms.own, ownLeft, forms.other, otherRight, bound)
                        && JaroWinkler.atLeast(forms.own, ownRight, forms.other, otherLeft, bound);
    }

    /** The code that an element of the own column has in the other one; -1 if it is not there. */
    int inOther(int element) {
        return prepared().ownInOther[element];
    }

    /** The element of the other column that a row holds; 0 if none. */
    int other(int row) {
        return element(other.column(), otherPosition, row);
    }

    private int element(Column column, int position, int row) {
        int code = table.code(position, row);
        return code == Column.MISSING ? Column.MISSING : column.element(code, 0);
    }

    private Prepared prepared() {
        Prepared forms = prepared;
        if (forms == Prepared.NOT_YET) {
            synchronized (this) {
                if (prepared == Prepared.NOT_YET) {
                    prepared = Prepared.of(own, other, fuzzy);
                }
                forms = prepared;
            }
        }
        return forms;
    }

    /**
     * Both columns as the tests read them; no texts if no test needs them.
     *
     * @param ownInOther for each value of the own column its code in the other one, -1 if it is not there
     */
    private record Prepared(int[] ownInOther, PackedTexts own, PackedTexts other) {

        static final Prepared NOT_YET =
                new Prepared(new int[0], PackedTexts.of(0, number -> ""), PackedTexts.of(0, number -> ""));

        static Prepared of(PreparedColumn ownValues, PreparedColumn otherValues, boolean fuzzy) {
            Column own = ownValues.column();
            Column other = otherValues.column();
            Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>(other.elementCodes());
            codes.defaultReturnValue(-1);
            for (int element = 1; element < other.elementCodes(); element++) {
                codes.put(other.text(element), element);
            }
            int[] ownInOther = new int[own.elementCodes()];
            ownInOther[0] = -1;
            for (int element = 1; element < ownInOther.length; element++) {
                ownInOther[element] = codes.getInt(own.text(element));
            }
            return new Prepared(
                    ownInOther, fuzzy ? ownValues.texts() : NOT_YET.own, fuzzy ? otherValues.texts() : NOT_YET.other);
        }
    }
}
