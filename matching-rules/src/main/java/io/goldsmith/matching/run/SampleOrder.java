package io.goldsmith.matching.run;

import io.goldsmith.matching.record.RecordTable;

/** An order of pairs that looks drawn by lot: a seed and the pair's ids decide it, and nothing else. */
record SampleOrder(RecordTable table, long seed) {

    long drawn(int left, int right) {
        long hash = seed * 0x9E3779B97F4A7C15L;
        String ids = table.id(left) + "\n" + table.id(right);
        for (int position = 0; position < ids.length(); position++) {
            hash = (hash ^ ids.charAt(position)) * 0x100000001b3L;
        }
        return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    }
}
