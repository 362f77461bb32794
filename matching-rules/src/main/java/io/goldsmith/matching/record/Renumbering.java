package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * New codes for old ones, from 1, in the order in which they are asked for: asked in the order of the rows, they no longer tell which
 * thread met a value first. Codes that are never asked for are left out.
 */
final class Renumbering {

    private final int[] newCodes;
    private final IntArrayList oldCodes = new IntArrayList();

    /** For old codes below a bound. */
    Renumbering(int bound) {
        newCodes = new int[bound];
        oldCodes.add(Column.MISSING);
    }

    /** The new code; that of a missing value stays. */
    int of(int oldCode) {
        if (oldCode == Column.MISSING) {
            return Column.MISSING;
        }
        int known = newCodes[oldCode];
        if (known != 0) {
            return known;
        }
        int code = oldCodes.size();
        newCodes[oldCode] = code;
        oldCodes.add(oldCode);
        return code;
    }

    /** One more than the greatest new code. */
    int codes() {
        return oldCodes.size();
    }

    /** The old code of a new one. */
    int oldCode(int newCode) {
        return oldCodes.getInt(newCode);
    }
}
