package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;

/** One comparison, ready for the rows of one table. Immutable, thread-safe. */
public final class Comparison {

    /** The level of a pair where a side has no value. */
    public static final int MISSING = -1;

    private final ComparisonSettings settings;
    private final List<Level> levels;
    private final RecordTable table;
    private final int columnPosition;
    private final Column column;
    private final int swappedLevel;
    private final int otherPosition;
    private final int[] inOther;

    private Comparison(ComparisonSettings settings, List<Level> levels, RecordTable table) {
        this.settings = settings;
        this.levels = levels;
        this.table = table;
        this.columnPosition = table.column(settings.attribute());
        this.column = table.columns().get(columnPosition);
        this.swappedLevel = levels.stream().map(Level::test).toList().indexOf(LevelTest.SWAPPED);
        this.otherPosition = swappedLevel < 0 ? -1 : table.column(settings.swappedWith());
        this.inOther =
                swappedLevel < 0 ? new int[0] : inOther(column, table.columns().get(otherPosition));
    }

    /** Binds a comparison, whose settings have been checked, to a table. */
    public static Comparison of(ComparisonSettings settings, RecordTable table) {
        List<Level> levels = settings.levels().stream()
                .map(level -> Level.parse(level.level())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Unknown level \"" + level.level() + "\" in comparison \"" + settings.name() + "\".")))
                .toList();
        return new Comparison(settings, levels, table);
    }

    private static int[] inOther(Column column, Column other) {
        Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
        codes.defaultReturnValue(-1);
        for (int element = 1; element < other.elementCodes(); element++) {
            codes.put(other.text(element), element);
        }
        int[] inOther = new int[column.elementCodes()];
        inOther[0] = -1;
        for (int element = 1; element < inOther.length; element++) {
            inOther[element] = codes.getInt(column.text(element));
        }
        return inOther;
    }

    /** The settings that the comparison was made of. */
    public ComparisonSettings settings() {
        return settings;
    }

    /** The compared column. */
    public Column column() {
        return column;
    }

    /** What a level tests. */
    public LevelTest test(int level) {
        return levels.get(level).test();
    }

    /** The code of the compared value of a row. */
    public int code(int row) {
        return table.code(columnPosition, row);
    }

    /** The first level that holds for two rows, or {@link #MISSING}. */
    public int level(int left, int right) {
        int one = code(left);
        int other = code(right);
        if (one == Column.MISSING || other == Column.MISSING) {
            return MISSING;
        }
        return isSwapped(left, right) ? firstLevel(one, other, swappedLevel) : level0(one, other);
    }

    private int level0(int one, int other) {
        return firstLevel(one, other, levels.size() - 1);
    }

    /** The first level that holds for two codes, neither missing; a swap with the other attribute is not looked at. */
    public int levelOfCodes(int one, int other) {
        return level0(one, other);
    }

    /** Whether two rows hold each other's value of the other attribute. */
    public boolean isSwapped(int left, int right) {
        if (swappedLevel < 0) {
            return false;
        }
        int one = inOther[column.element(code(left), 0)];
        int other = inOther[column.element(code(right), 0)];
        return one > 0
                && other > 0
                && one == table.code(otherPosition, right)
                && other == table.code(otherPosition, left);
    }

    private int firstLevel(int one, int other, int last) {
        for (int level = 0; level < last; level++) {
            if (holds(level, one, other)) {
                return level;
            }
        }
        return last;
    }

    private boolean holds(int level, int one, int other) {
        for (int i = 0; i < column.count(one); i++) {
            for (int j = 0; j < column.count(other); j++) {
                if (elementsHold(level, column.element(one, i), column.element(other, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a level holds for two elements of the column. */
    public boolean elementsHold(int level, int one, int other) {
        Level tested = levels.get(level);
        if (one == other || tested.test() == LevelTest.EXACT) {
            return one == other && tested.test() != LevelTest.SWAPPED;
        }
        return tested.holds(column.text(one), column.text(other));
    }
}
