package io.goldsmith.connect.scale;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.Set;

/**
 * Some of the parts into which golden ids are divided: an id is in the part of its remainder.
 *
 * @param of how many parts there are, at least 1
 * @param mine the numbers of some, from 0
 */
public record Parts(int of, Set<Integer> mine) {

    public Parts {
        mine = Set.copyOf(mine);
    }

    /** The part of a golden id. */
    public int of(GoldenId golden) {
        return (int) (golden.value() % of);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return mine.isEmpty();
    }
}
