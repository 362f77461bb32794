package io.goldsmith.matching.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Remembers what fields of one column came to, by their bytes: names and towns repeat, phone numbers hardly do. Bounded: takes in
 * nothing more once it is full, and gives up where it does not help. For one thread.
 */
final class FieldMemo {

    /** The most fields remembered. */
    static final int MOST = 1 << 14;

    private static final int LONGEST_FIELD = 100;
    private static final int LOOKUPS_PER_TRIAL = 1 << 14;
    private static final int LEAST_SHARE_OF_HITS = 4;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private int[] hashes = new int[256];
    private byte[][] fields = new byte[256][];
    private StandardField[] results = new StandardField[256];
    private int size;
    private int lookups;
    private int hits;
    private boolean givenUp;
    private int slot;
    private int hash;

    /** Whether it is worth asking: false once too few fields were found again. */
    boolean helps() {
        return !givenUp;
    }

    /** What the bytes came to before; {@link #add} may follow if they are not {@link #found}. */
    boolean find(byte[] bytes, int from, int to) {
        lookups++;
        if (lookups == LOOKUPS_PER_TRIAL) {
            judge();
        }
        hash = hash(bytes, from, to);
        slot = hash & hashes.length - 1;
        while (results[slot] != null) {
            if (hashes[slot] == hash && Arrays.equals(fields[slot], 0, fields[slot].length, bytes, from, to)) {
                hits++;
                return true;
            }
            slot = slot + 1 & hashes.length - 1;
        }
        return false;
    }

    /** What the bytes last looked for came to. */
    StandardField found() {
        return results[slot];
    }

    /** Remembers what the bytes last looked for, and not found, came to. */
    void add(byte[] bytes, int from, int to, StandardField result) {
        if (givenUp || size == MOST || to - from > LONGEST_FIELD) {
            return;
        }
        hashes[slot] = hash;
        fields[slot] = Arrays.copyOfRange(bytes, from, to);
        results[slot] = result;
        size++;
        if (2 * size > hashes.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldHashes = hashes;
        byte[][] oldFields = fields;
        StandardField[] oldResults = results;
        int slots = 2 * oldHashes.length;
        hashes = new int[slots];
        fields = new byte[slots][];
        results = new StandardField[slots];
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldResults[old] != null) {
                int free = oldHashes[old] & slots - 1;
                while (results[free] != null) {
                    free = free + 1 & slots - 1;
                }
                hashes[free] = oldHashes[old];
                fields[free] = oldFields[old];
                results[free] = oldResults[old];
            }
        }
    }

    private void judge() {
        if (hits * LEAST_SHARE_OF_HITS < lookups) {
            givenUp = true;
            hashes = new int[1];
            fields = new byte[1][];
            results = new StandardField[1];
        }
        lookups = 0;
        hits = 0;
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int position = from;
        for (; position + Long.BYTES <= to; position += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, position)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        for (; position < to; position++) {
            hash = (hash ^ bytes[position]) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 17);
    }
}
