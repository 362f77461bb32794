package io.goldsmith.matching.run;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;

/** An order of pairs that looks drawn by lot: a seed and the pair's ids decide it, and nothing else. */
record SampleOrder(RecordTable table, long seed) {

    long drawn(int left, int right) {
        return RecordId.mixed(table.id(left).drawn(seed) * 31 + table.id(right).drawn(seed));
    }
}
