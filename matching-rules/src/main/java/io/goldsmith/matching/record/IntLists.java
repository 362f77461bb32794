package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** Gives codes from 1 to distinct lists of element codes, in the order in which they come in; the lists lie one behind the other. */
final class IntLists {

    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList elements = new IntArrayList();
    private int[] slots = new int[16];

    IntLists() {
        starts.add(0);
        starts.add(0);
    }

    /** One more than the greatest code. */
    int codes() {
        return starts.size() - 1;
    }

    int start(int code) {
        return starts.getInt(code);
    }

    int end(int code) {
        return starts.getInt(code + 1);
    }

    int element(int position) {
        return elements.getInt(position);
    }

    /** The code of the list that the first {@code count} entries make; 0 for the empty one. */
    int code(int[] list, int count) {
        if (count == 0) {
            return Column.MISSING;
        }
        int mask = slots.length - 1;
        int slot = hash(list, 0, count) & mask;
        while (slots[slot] != 0) {
            int known = slots[slot];
            if (Arrays.equals(elements.elements(), start(known), end(known), list, 0, count)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        int code = codes();
        elements.addElements(elements.size(), list, 0, count);
        starts.add(elements.size());
        slots[slot] = code;
        if (2 * code > slots.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int code = 1; code < codes(); code++) {
            int slot = hash(elements.elements(), start(code), end(code)) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code;
        }
    }

    private static int hash(int[] list, int from, int to) {
        int hash = 1;
        for (int position = from; position < to; position++) {
            hash = 31 * hash + list[position];
        }
        return HashCommon.mix(hash);
    }

    /** The starts of all lists, one entry more than there are codes. */
    int[] starts() {
        return starts.toIntArray();
    }

    /** The elements of all lists. */
    int[] elements() {
        return elements.toIntArray();
    }
}
