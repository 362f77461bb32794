package io.goldsmith.dmp.anonymise;

import java.util.List;

/**
 * What anonymising made: rows that still have to pass the gate.
 *
 * @param levels each quasi-identifier's level
 * @param rows the rows, shuffled
 * @param published persons of this load who have a row, or in a held class a row like theirs
 * @param suppressed persons whose class is too small or not diverse enough
 * @param waiting persons without a row like theirs in a class that is held as it was, until enough has changed in it
 * @param heldClasses how many classes are held
 */
public record Anonymised(
        List<Integer> levels,
        List<ProjectionRow> rows,
        long published,
        long suppressed,
        long waiting,
        int heldClasses) {

    public Anonymised {
        levels = List.copyOf(levels);
        rows = List.copyOf(rows);
    }
}
