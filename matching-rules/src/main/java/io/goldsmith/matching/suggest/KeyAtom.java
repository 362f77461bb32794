package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.KeyPart;
import java.util.Set;

/**
 * A key part that rules are put together from.
 *
 * @param part the part
 * @param bases the columns that its values come from: no rule takes two parts of one
 * @param stands whether it may be a rule by itself; what only few values have, such as a year, may not
 * @param rank how well it splits a block that is too large, the smallest first; above {@link #NO_REFINEMENT} it is not used for that
 */
record KeyAtom(KeyPart part, Set<String> bases, boolean stands, int rank) {

    static final int NO_REFINEMENT = 100;

    KeyAtom {
        bases = Set.copyOf(bases);
    }

    boolean isApartFrom(Set<String> others) {
        return bases.stream().noneMatch(others::contains);
    }
}
