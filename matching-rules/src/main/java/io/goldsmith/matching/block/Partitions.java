package io.goldsmith.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Keys dealt to {@code 2^bits} partitions by their highest bits, within each in their order. */
final class Partitions {

    private final int[] starts;
    private final int[] entries;
    private final long[] keys;

    private Partitions(int[] starts, int[] entries, long[] keys) {
        this.starts = starts;
        this.entries = entries;
        this.keys = keys;
    }

    static Partitions of(KeyEntries given, int bits) {
        long[] from = given.keys();
        int size = given.size();
        int[] starts = new int[(1 << bits) + 1];
        for (int entry = 0; entry < size; entry++) {
            starts[partition(from[entry], bits) + 1]++;
        }
        for (int partition = 1; partition < starts.length; partition++) {
            starts[partition] += starts[partition - 1];
        }
        int[] next = starts.clone();
        int[] entries = new int[size];
        long[] keys = new long[size];
        for (int entry = 0; entry < size; entry++) {
            int position = next[partition(from[entry], bits)]++;
            entries[position] = entry;
            keys[position] = from[entry];
        }
        return new Partitions(starts, entries, keys);
    }

    /** Which of {@code 2^bits} partitions a key belongs to. */
    static int partition(long key, int bits) {
        return (int) (key >>> 1 >>> (Long.SIZE - 1 - bits));
    }

    int count() {
        return starts.length - 1;
    }

    int start(int partition) {
        return starts[partition];
    }

    int end(int partition) {
        return starts[partition + 1];
    }

    int entry(int position) {
        return entries[position];
    }

    /**
     * Gives equal keys of a partition one number, counting on from {@code counts}.
     *
     * @param slots an empty table of more places than the partition has keys
     * @param mask the table's size less one
     * @param groupOf takes the number of every position
     * @param counts takes how often each number was given
     */
    void number(int partition, int[] slots, int mask, int[] groupOf, IntArrayList counts) {
        for (int position = starts[partition]; position < starts[partition + 1]; position++) {
            long key = keys[position];
            int slot = (int) key & mask;
            while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                slots[slot] = position + 1;
                groupOf[position] = counts.size();
                counts.add(1);
            } else {
                int group = groupOf[slots[slot] - 1];
                groupOf[position] = group;
                counts.set(group, counts.getInt(group) + 1);
            }
        }
    }
}
