package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Gives codes from 1 to distinct lists of element codes, in the order in which they come in; the lists lie one behind the other. Most
 * hold one element, and are found by it.
 */
final class IntLists {

    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList elements = new IntArrayList();
    private int[] singles = new int[8];
    private int[] slots = new int[16];
    private int hashed;

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
        return switch (count) {
            case 0 -> Column.MISSING;
            case 1 -> single(list);
            default -> several(list, count);
        };
    }

    private int single(int[] list) {
        int element = list[0];
        if (element >= singles.length) {
            singles = Arrays.copyOf(singles, Math.max(element + 1, 2 * singles.length));
        }
        if (singles[element] == 0) {
            singles[element] = add(list, 1);
        }
        return singles[element];
    }

    private int several(int[] list, int count) {
        int mask = slots.length - 1;
        int slot = hash(list, 0, count) & mask;
        while (slots[slot] != 0) {
            int known = slots[slot];
            if (Arrays.equals(elements.elements(), start(known), end(known), list, 0, count)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        int code = add(list, count);
        slots[slot] = code;
        hashed++;
        if (2 * hashed > slots.length) {
            grow();
        }
        return code;
    }

    private int add(int[] list, int count) {
        int code = codes();
        elements.addElements(elements.size(), list, 0, count);
        starts.add(elements.size());
        return code;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[2 * old.length];
        int mask = slots.length - 1;
        for (int code : old) {
            if (code != 0) {
                int slot = hash(elements.elements(), start(code), end(code)) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = code;
            }
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
