package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One comparison, ready for the rows of one table. Binding is cheap: what a level needs of the column is prepared when the level is
 * first tested. The answers never change. Thread-safe.
 */
public final class Comparison {

    /** The level of a pair where a side has no value. */
    public static final int MISSING = -1;

    private static final int NO_LEVEL = -1;

    private final ComparisonSettings settings;
    private final Level[] levels;
    private final RecordTable table;
    private final int columnPosition;
    private final Column column;
    private final boolean multiValued;
    private final PreparedColumn prepared;
    private final ElementTest[] tests;
    private final int levelOfEqual;
    private final int[] swapLevels;
    private final Optional<SwappedValues> swappedValues;

    private Comparison(ComparisonSettings settings, List<Level> levels, RecordTable table) {
        this.settings = settings;
        this.levels = levels.toArray(new Level[0]);
        this.table = table;
        this.columnPosition = table.column(settings.attribute());
        this.column = table.columns().get(columnPosition);
        this.multiValued = column.attribute().multiValued();
        this.prepared = new PreparedColumn(column);
        this.tests = new ElementTest[this.levels.length];
        this.levelOfEqual = firstForEqual();
        this.swapLevels =
                IntStream.range(0, this.levels.length).filter(this::isSwap).toArray();
        this.swappedValues = swapLevels.length == 0 ? Optional.empty() : Optional.of(swappedValues());
    }

    /**
     * Binds a comparison, whose settings have been checked, to a table.
     *
     * @throws IllegalArgumentException if the settings name a level or an attribute that does not exist
     */
    public static Comparison of(ComparisonSettings settings, RecordTable table) {
        List<Level> levels = settings.levels().stream()
                .map(level -> Level.parse(level.level())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Unknown level \"" + level.level() + "\" in comparison \"" + settings.name() + "\".")))
                .toList();
        return new Comparison(settings, levels, table);
    }

    private SwappedValues swappedValues() {
        if (settings.swappedWith().isEmpty()) {
            throw new IllegalArgumentException("The comparison \"" + settings.name() + "\" has the level \""
                    + levels[swapLevels[0]].test().word() + "\", which needs the key swapped-with.");
        }
        boolean fuzzy = IntStream.of(swapLevels).anyMatch(level -> levels[level].bound() > 0);
        return new SwappedValues(table, prepared, columnPosition, table.column(settings.swappedWith()), fuzzy);
    }

    private boolean isSwap(int level) {
        return levels[level].test().needsOtherAttribute();
    }

    /** The level of a single value that both sides have. */
    private int firstForEqual() {
        int level = 0;
        while (level < levels.length - 1
                && (isSwap(level) || levels[level].test() == LevelTest.COMMON && levels[level].bound() > 1)) {
            level++;
        }
        return level;
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
    public LevelTest levelTest(int level) {
        return levels[level].test();
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
        int swapped = swappedLevel(left, right);
        return firstLevel(one, other, swapped == NO_LEVEL ? levels.length - 1 : swapped);
    }

    /** The first level that holds for two codes, neither missing; a swap with the other attribute is not looked at. */
    public int levelOfCodes(int one, int other) {
        return firstLevel(one, other, levels.length - 1);
    }

    /** Whether different single values can only get the last level. */
    public boolean isSettledForDifferent() {
        return levels.length == 1 || levels.length == 2 && levels[0].test() == LevelTest.EXACT;
    }

    /** The level of a single value that both sides have. */
    public int levelOfEqualElements() {
        return levelOfEqual;
    }

    /** The first level that holds for two different elements of the column; a swap with the other attribute is not looked at. */
    public int levelOfDifferentElements(int one, int other) {
        int last = levels.length - 1;
        for (int level = 0; level < last; level++) {
            if (bound(level).holds(one, other)) {
                return level;
            }
        }
        return last;
    }

    /** Whether a swap is a level that both values hold exactly, both ways round: {@link #ownInOther} and {@link #other} then tell it. */
    public boolean swapsExactly() {
        return swapLevels.length == 1
                && levels[swapLevels[0]].test() == LevelTest.SWAPPED
                && levels[swapLevels[0]].bound() == 0;
    }

    /** The code that a row's value has in the other attribute's column, of several the first one's; -1 if it is not there. */
    public int ownInOther(int row) {
        int code = code(row);
        return code == Column.MISSING ? -1 : swappedValues.orElseThrow().inOther(column.element(code, 0));
    }

    /** The code of the other attribute's value in a row, of several the first one's; 0 if it is missing. */
    public int other(int row) {
        return swappedValues.orElseThrow().other(row);
    }

    /** Whether two rows hold each other's value of the other attribute, so that {@link #levelOfCodes} does not say all. */
    public boolean isSwapped(int left, int right) {
        return swappedLevel(left, right) != NO_LEVEL;
    }

    /**
     * The first of the swap levels that holds for two rows; -1 if none does, a value is missing, or the values agree: what agrees is
     * not swapped.
     */
    public int swappedLevel(int left, int right) {
        if (swapLevels.length == 0) {
            return NO_LEVEL;
        }
        int one = code(left);
        int other = code(right);
        if (one == Column.MISSING || other == Column.MISSING || one == other) {
            return NO_LEVEL;
        }
        SwappedValues values = swappedValues.orElseThrow();
        for (int level : swapLevels) {
            if (values.hold(levels[level], left, right)) {
                return level;
            }
        }
        return NO_LEVEL;
    }

    private int firstLevel(int one, int other, int last) {
        if (!multiValued && one == other) {
            return Math.min(levelOfEqual, last);
        }
        for (int level = 0; level < last; level++) {
            if (multiValued ? anyHolds(level, one, other) : bound(level).holds(one, other)) {
                return level;
            }
        }
        return last;
    }

    private boolean anyHolds(int level, int one, int other) {
        if (levels[level].test() == LevelTest.EXACT) {
            return haveOneInCommon(one, other);
        }
        int wanted = levels[level].test() == LevelTest.COMMON ? (int) levels[level].bound() : 1;
        for (int i = 0; i < column.count(one); i++) {
            for (int j = 0; j < column.count(other); j++) {
                if (elementsHold(level, column.element(one, i), column.element(other, j))) {
                    wanted--;
                    if (wanted == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean haveOneInCommon(int one, int other) {
        int ones = column.count(one);
        int others = column.count(other);
        for (int i = 0; i < ones; i++) {
            int element = column.element(one, i);
            for (int j = 0; j < others; j++) {
                if (element == column.element(other, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a level holds for two elements of the column. Equal ones hold every level but the swaps. */
    public boolean elementsHold(int level, int one, int other) {
        return one == other ? !isSwap(level) : bound(level).holds(one, other);
    }

    /** Tests are published without a lock: they are immutable, and a thread that does not see one yet makes or waits for its like. */
    private ElementTest bound(int level) {
        ElementTest test = tests[level];
        if (test == null) {
            test = ElementTests.of(levels[level], prepared);
            tests[level] = test;
        }
        return test;
    }
}
