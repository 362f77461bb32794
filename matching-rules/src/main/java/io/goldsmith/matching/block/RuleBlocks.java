package io.goldsmith.matching.block;

import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/**
 * The blocks of one rule: rows sorted by key, then by row, and where each block of two rows or more begins. Blocks above the bound
 * have been split by the rule's further key or given up, and are counted.
 */
final class RuleBlocks {

    private final String rule;
    private final RuleKeys keys;
    private final int[] rows;
    private final int[] starts;
    private final int[] ends;
    private final long[] blockKeys;
    private final long refinedBlocks;
    private final long givenUpBlocks;
    private final long givenUpPairs;
    private final long keyCount;

    private RuleBlocks(
            String rule, RuleKeys keys, Sorted sorted, long keyCount, long refined, long givenUp, long givenUpPairs) {
        this.rule = rule;
        this.keys = keys;
        this.rows = sorted.rows;
        this.starts = sorted.starts.toIntArray();
        this.ends = sorted.ends.toIntArray();
        this.blockKeys = sorted.blockKeys.toLongArray();
        this.keyCount = keyCount;
        this.refinedBlocks = refined;
        this.givenUpBlocks = givenUp;
        this.givenUpPairs = givenUpPairs;
    }

    static RuleBlocks of(RecordTable table, BlockingRule rule, int maxBlockSize) {
        RuleKeys keys = Blocking.keys(table, rule.keys());
        Sorted sorted = Sorted.of(keys, table.size());
        long keyCount = sorted.rows.length;
        long refined = 0;
        long givenUpPairs = 0;
        if (!rule.refine().isEmpty() && sorted.largest() > maxBlockSize) {
            RuleKeys further = Blocking.keys(table, rule.refine());
            for (int block = 0; block < sorted.starts.size(); block++) {
                if (sorted.size(block) > maxBlockSize) {
                    refined++;
                    givenUpPairs += sorted.refine(block, keys, further);
                }
            }
            sorted = Sorted.of(keys, table.size());
        }
        long givenUp = 0;
        for (int block = 0; block < sorted.starts.size(); block++) {
            if (sorted.size(block) > maxBlockSize) {
                givenUp++;
                givenUpPairs += pairs(sorted.size(block));
                sorted.giveUp(block, keys);
            }
        }
        if (givenUp > 0) {
            sorted = Sorted.of(keys, table.size());
        }
        return new RuleBlocks(rule.text(), keys, sorted, keyCount, refined, givenUp, givenUpPairs);
    }

    static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    RuleKeys keys() {
        return keys;
    }

    int blocks() {
        return starts.length;
    }

    int start(int block) {
        return starts[block];
    }

    int end(int block) {
        return ends[block];
    }

    long key(int block) {
        return blockKeys[block];
    }

    int row(int position) {
        return rows[position];
    }

    RuleStatistics statistics(long comparedPairs) {
        int largest = 0;
        for (int block = 0; block < starts.length; block++) {
            largest = Math.max(largest, ends[block] - starts[block]);
        }
        return new RuleStatistics(
                rule, keyCount, starts.length, largest, comparedPairs, refinedBlocks, givenUpBlocks, givenUpPairs);
    }

    /** Positions of keys sorted by key; ties keep the order of the rows. */
    private static final class Sorted {

        private final int[] rows;
        private final int[] positions;
        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList ends = new IntArrayList();
        private final LongArrayList blockKeys = new LongArrayList();

        private Sorted(int[] rows, int[] positions) {
            this.rows = rows;
            this.positions = positions;
        }

        static Sorted of(RuleKeys keys, int rowCount) {
            IntArrayList rowOf = new IntArrayList();
            IntArrayList positionOf = new IntArrayList();
            LongArrayList values = new LongArrayList();
            for (int row = 0; row < rowCount; row++) {
                for (int position = keys.first(row); position < keys.end(row); position++) {
                    if (keys.key(position) != 0) {
                        rowOf.add(row);
                        positionOf.add(position);
                        values.add(keys.key(position));
                    }
                }
            }
            int[] order = new int[values.size()];
            for (int entry = 0; entry < order.length; entry++) {
                order[entry] = entry;
            }
            LongArrays.radixSortIndirect(order, values.toLongArray(), true);
            int[] rows = new int[order.length];
            int[] positions = new int[order.length];
            for (int entry = 0; entry < order.length; entry++) {
                rows[entry] = rowOf.getInt(order[entry]);
                positions[entry] = positionOf.getInt(order[entry]);
            }
            Sorted sorted = new Sorted(rows, positions);
            sorted.cut(keys);
            return sorted;
        }

        private void cut(RuleKeys keys) {
            int start = 0;
            for (int entry = 1; entry <= rows.length; entry++) {
                boolean ends = entry == rows.length || keys.key(positions[entry]) != keys.key(positions[start]);
                if (ends) {
                    if (entry - start > 1) {
                        starts.add(start);
                        this.ends.add(entry);
                        blockKeys.add(keys.key(positions[start]));
                    }
                    start = entry;
                }
            }
        }

        int size(int block) {
            return ends.getInt(block) - starts.getInt(block);
        }

        int largest() {
            int largest = 0;
            for (int block = 0; block < starts.size(); block++) {
                largest = Math.max(largest, size(block));
            }
            return largest;
        }

        /** Puts the further key behind the block's; answers how many pairs are lost because a row has none. */
        long refine(int block, RuleKeys keys, RuleKeys further) {
            long without = 0;
            for (int entry = starts.getInt(block); entry < ends.getInt(block); entry++) {
                int row = rows[entry];
                long key = further.first(row) == further.end(row) ? 0 : further.key(further.first(row));
                without += key == 0 ? 1 : 0;
                keys.replace(positions[entry], key == 0 ? 0 : KeyHash.combined(blockKeys.getLong(block), key));
            }
            return pairs(size(block)) - pairs(size(block) - without);
        }

        void giveUp(int block, RuleKeys keys) {
            for (int entry = starts.getInt(block); entry < ends.getInt(block); entry++) {
                keys.replace(positions[entry], 0);
            }
        }
    }
}
