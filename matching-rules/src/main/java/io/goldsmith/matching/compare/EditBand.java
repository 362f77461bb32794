package io.goldsmith.matching.compare;

/** The edit distances of texts of any length and alphabet, by the matrix's band around the diagonal that the bound leaves. */
final class EditBand {

    private EditBand() {}

    /**
     * The distance of two texts, or {@code bound + 1} if it is greater than the bound; in time of the length times the bound.
     *
     * @param exchanges whether an exchange of two neighbours is one edit
     */
    static int distance(String one, String other, int bound, boolean exchanges) {
        int longest = Math.max(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > bound) {
            return bound + 1;
        }
        int reach = Math.min(bound, longest);
        int width = 2 * reach + 1;
        int beyond = reach + 1;
        int[] beforeLast = new int[width + 2];
        int[] last = new int[width + 2];
        int[] current = new int[width + 2];
        for (int slot = 0; slot < last.length; slot++) {
            int column = slot - reach - 1;
            last[slot] = column < 0 || slot > width ? beyond : column;
        }
        for (int row = 1; row <= one.length(); row++) {
            current[0] = beyond;
            current[width + 1] = beyond;
            int smallest = beyond;
            for (int slot = 1; slot <= width; slot++) {
                int column = row + slot - reach - 1;
                current[slot] = beyond;
                if (column == 0) {
                    current[slot] = Math.min(row, beyond);
                } else if (column > 0 && column <= other.length()) {
                    char c = one.charAt(row - 1);
                    char d = other.charAt(column - 1);
                    int edits = Math.min(last[slot + 1], current[slot - 1]) + 1;
                    edits = Math.min(edits, last[slot] + (c == d ? 0 : 1));
                    if (exchanges
                            && row > 1
                            && column > 1
                            && c == other.charAt(column - 2)
                            && d == one.charAt(row - 2)) {
                        edits = Math.min(edits, beforeLast[slot] + 1);
                    }
                    current[slot] = Math.min(edits, beyond);
                }
                smallest = Math.min(smallest, current[slot]);
            }
            if (smallest == beyond) {
                return bound + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        int distance = last[other.length() - one.length() + reach + 1];
        return distance == beyond ? bound + 1 : distance;
    }
}
