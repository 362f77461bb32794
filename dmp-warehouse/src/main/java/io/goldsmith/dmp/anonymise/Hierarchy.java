package io.goldsmith.dmp.anonymise;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the values of one quasi-identifier become coarser, level by level; each level's classes are unions of the classes
 * one level below, and the last level has a single value.
 *
 * @param levels the names of the levels, from the profile's own to {@link #ANY}
 * @param steps the step from each level but the last to the next, one fewer than levels
 */
public record Hierarchy(List<String> levels, List<UnaryOperator<String>> steps) {

    /** The value that tells nothing, of the last level. */
    public static final String ANY = "any";

    /** The value of a person for whom there is none; a class of its own until the last level. */
    public static final String UNKNOWN = "unknown";

    /** @throws IllegalArgumentException unless there is one more level than steps */
    public Hierarchy {
        levels = List.copyOf(levels);
        steps = List.copyOf(steps);
        if (levels.size() != steps.size() + 1) {
            throw new IllegalArgumentException("A hierarchy of " + levels.size() + " levels must have "
                    + (levels.size() - 1) + " steps, but has " + steps.size());
        }
    }

    /** The last level's number, which is also the number of steps. */
    public int height() {
        return steps.size();
    }

    /** What {@code value}, of level {@code from}, becomes at level {@code to}, at or above it. */
    public String up(String value, int from, int to) {
        String coarser = value;
        for (int level = from; level < to; level++) {
            boolean stays = coarser.equals(UNKNOWN) && level < height() - 1;
            coarser = stays ? UNKNOWN : steps.get(level).apply(coarser);
        }
        return coarser;
    }
}
