package io.goldsmith.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Equal keys brought together in linear time: keys are dealt to partitions by their highest bits, so that each partition fits a cache,
 * and counted there in a hash table. Groups stand in the order of their partitions, within one in the order of their first entries, so
 * the outcome depends on the keys and their order alone.
 */
final class KeyGroups {

    private static final int ENTRIES_PER_PARTITION = 4096;
    private static final int MOST_PARTITION_BITS = 12;

    private final int[] entries;
    private final int[] starts;
    private final int[] firstGroups;

    private KeyGroups(int[] entries, int[] starts, int[] firstGroups) {
        this.entries = entries;
        this.starts = starts;
        this.firstGroups = firstGroups;
    }

    /** Groups of two entries or more. */
    static KeyGroups shared(KeyEntries keys) {
        return of(keys, 2, Math.min(MOST_PARTITION_BITS, bits(keys.size() / ENTRIES_PER_PARTITION)));
    }

    /** All groups, in partitions of about {@code perPartition} entries that {@link #firstGroup} finds. */
    static KeyGroups all(KeyEntries keys, int perPartition) {
        return of(keys, 1, bits(keys.size() / perPartition));
    }

    private static int bits(int partitions) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(partitions);
    }

    private static KeyGroups of(KeyEntries keys, int fewest, int bits) {
        Partitions partitions = Partitions.of(keys, bits);
        int[] groupOf = new int[keys.size()];
        int[] firstGroups = new int[partitions.count() + 1];
        IntArrayList counts = new IntArrayList();
        int[] slots = {};
        for (int partition = 0; partition < partitions.count(); partition++) {
            int size = partitions.end(partition) - partitions.start(partition);
            int capacity = 4 * Integer.highestOneBit(Math.max(1, Math.min(size, 1 << 28)));
            slots = slots.length < capacity ? new int[capacity] : slots;
            Arrays.fill(slots, 0, capacity, 0);
            partitions.number(partition, slots, capacity - 1, groupOf, counts);
            firstGroups[partition + 1] = counts.size();
        }
        return gathered(partitions, groupOf, counts, fewest, firstGroups);
    }

    private static KeyGroups gathered(
            Partitions partitions, int[] groupOf, IntArrayList counts, int fewest, int[] firstGroups) {
        IntArrayList starts = new IntArrayList();
        int[] next = counts.elements();
        int total = 0;
        for (int group = 0; group < counts.size(); group++) {
            int count = next[group];
            next[group] = count < fewest ? -1 : total;
            if (count >= fewest) {
                starts.add(total);
                total += count;
            }
        }
        starts.add(total);
        int[] entries = new int[total];
        for (int position = 0; position < groupOf.length; position++) {
            int group = groupOf[position];
            if (next[group] >= 0) {
                entries[next[group]++] = partitions.entry(position);
            }
        }
        return new KeyGroups(entries, starts.toIntArray(), firstGroups);
    }

    /** How many groups there are. */
    int count() {
        return starts.length - 1;
    }

    /** The position of a group's first entry; one past the last group, the number of grouped entries. */
    int start(int group) {
        return starts[group];
    }

    /** The entry at a position; within a group they ascend. */
    int entry(int position) {
        return entries[position];
    }

    /** Of {@link #all}: the first group of each partition, and one past the last. */
    int[] firstGroups() {
        return firstGroups;
    }
}
