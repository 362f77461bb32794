package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.standardise.PhoneticKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The phonetic keys of a column's values, each worked out when it is first asked for and then kept in eight bytes. Thread-safe: two
 * threads may work out one key twice, and find the same.
 */
final class PhoneticKeys {

    private static final VarHandle KEYS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int LONGEST = 8;
    private static final long NONE = 1;
    private static final long UNPACKED = 2;

    private final Column column;
    private final long[] keys;

    PhoneticKeys(Column column) {
        this.column = column;
        this.keys = new long[column.elementCodes()];
    }

    /** Whether two values have the same key, of two sounds or more. */
    boolean same(int one, int other) {
        long key = key(one);
        if (key == NONE || key != key(other)) {
            return false;
        }
        return key != UNPACKED || PhoneticKey.of(column.text(one)).equals(PhoneticKey.of(column.text(other)));
    }

    private long key(int element) {
        long key = (long) KEYS.getOpaque(keys, element);
        if (key == 0) {
            key = pack(PhoneticKey.of(column.text(element)));
            KEYS.setOpaque(keys, element, key);
        }
        return key;
    }

    /** A key of two to eight Latin-1 letters as their bytes, which is greater than the marks. */
    private static long pack(String key) {
        if (key.length() < 2) {
            return NONE;
        }
        long packed = 0;
        for (int position = 0; position < key.length(); position++) {
            if (key.charAt(position) > 0xFF || key.length() > LONGEST) {
                return UNPACKED;
            }
            packed = packed << 8 | key.charAt(position);
        }
        return packed;
    }
}
