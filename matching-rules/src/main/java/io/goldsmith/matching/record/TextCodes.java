package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;

/**
 * Gives codes from 1 to distinct texts, in the order in which they come in. A slot of the table holds a text's hash beside its code, so
 * that looking a text up reads no other text but its equal, and growing reads none.
 */
final class TextCodes {

    private static final long CODE = 0xffffffffL;

    private long[] slots = new long[16];
    private String[] texts = new String[8];
    private int codes = 1;

    TextCodes() {
        texts[0] = "";
    }

    /** One more than the greatest code. */
    int codes() {
        return codes;
    }

    String text(int code) {
        return texts[code];
    }

    int code(String text) {
        int hash = HashCommon.mix(text.hashCode());
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int known = (int) (slots[slot] & CODE);
            if (slots[slot] >>> 32 == (hash & CODE) && texts[known].equals(text)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        if (codes == texts.length) {
            texts = Arrays.copyOf(texts, 2 * codes);
        }
        int code = codes++;
        texts[code] = text;
        slots[slot] = (long) hash << 32 | code;
        if (2 * codes > slots.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
