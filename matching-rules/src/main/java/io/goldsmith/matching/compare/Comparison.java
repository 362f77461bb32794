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
        return firstOfDifferent(one, other, levels.length - 1);
    }

    /**
     * The first level that holds for two sides of several elements; a swap with the other attribute is not looked at.
     *
     * @param one an element, or the code of a list of elements, negated
     * @param other the same of the other side
     */
    public int levelOfLists(int one, int other) {
        return firstOfLists(one, other, levels.length - 1);
    }

    /** Whether two sides, as for {@link #levelOfLists}, have an element in common. */
    public boolean haveOneInCommon(int one, int other) {
        if (one == other || one > 0 && other > 0) {
            return one == other;
        }
        if (one > 0 || other > 0) {
            return one > 0 ? holds(-other, one) : holds(-one, other);
        }
        int ones = column.count(-one);
        for (int position = 0; position < ones; position++) {
            if (holds(-other, column.element(-one, position))) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int list, int element) {
        int count = column.count(list);
        for (int position = 0; position < count; position++) {
            if (column.element(list, position) == element) {
                return true;
            }
        }
        return false;
    }

    /** Whether a level asks for another attribute, so that {@link #levelOfDifferentElements} and its like do not say all. */
    public boolean looksAtOtherAttribute() {
        return swapLevels.length > 0;
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

    /** Whether two rows hold each other's value of the other attribute, so that {@link #levelOfDifferentElements} does not say all. */
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
        if (multiValued) {
            return firstOfLists(side(one), side(other), last);
        }
        return one == other ? Math.min(levelOfEqual, last) : firstOfDifferent(one, other, last);
    }

    private int firstOfLists(int one, int other, int last) {
        int level = 0;
        while (level < last && !anyHolds(level, one, other)) {
            level++;
        }
        return level;
    }

    private int firstOfDifferent(int one, int other, int last) {
        int level = 0;
        while (level < last && !bound(level).holds(one, other)) {
            level++;
        }
        return level;
    }

    private boolean anyHolds(int level, int one, int other) {
        if (levels[level].test() == LevelTest.EXACT) {
            return haveOneInCommon(one, other);
        }
        int wanted = levels[level].test() == LevelTest.COMMON ? (int) levels[level].bound() : 1;
        for (int i = 0; i < count(one); i++) {
            for (int j = 0; j < count(other); j++) {
                if (elementsHold(level, element(one, i), element(other, j))) {
                    wanted--;
                    if (wanted == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A code as one of two sides: its element, or if it stands for several itself, negated. */
    private int side(int code) {
        return column.count(code) == 1 ? column.element(code, 0) : -code;
    }

    private int count(int side) {
        return side > 0 ? 1 : column.count(-side);
    }

    private int element(int side, int position) {
        return side > 0 ? side : column.element(-side, position);
    }

    /** Whether a level holds for two elements of the column. Equal ones hold every level but the swaps. */
    public boolean elementsHold(int level, int one, int other) {
        return one == other ? !isSwap(level) : bound(level).holds(one, other);
    }

    /** Prepares what the levels need of the column, which the first pairs would otherwise wait for. */
    void prepare() {
        for (int level = 0; level < levels.length; level++) {
            bound(level);
        }
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
