package io.goldsmith.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/**
 * The work of comparing cut in ranges: stretches of rows of one rule, each paired with those behind it in its block. A large block is
 * cut as well, so that no thread is left alone with it.
 */
final class PairRanges {

    private static final long PAIRS_PER_RANGE = 1 << 16;

    private final IntArrayList rules = new IntArrayList();
    private final IntArrayList starts = new IntArrayList();
    private final IntArrayList ends = new IntArrayList();

    static PairRanges of(List<RuleBlocks> rules) {
        PairRanges ranges = new PairRanges();
        for (int rule = 0; rule < rules.size(); rule++) {
            ranges.cut(rule, rules.get(rule));
        }
        return ranges;
    }

    private void cut(int rule, RuleBlocks blocks) {
        int from = 0;
        long pairs = 0;
        for (int block = 0; block < blocks.blocks(); block++) {
            int end = blocks.starts()[block + 1];
            for (int position = blocks.starts()[block]; position < end; position++) {
                pairs += end - position - 1;
                if (pairs >= PAIRS_PER_RANGE) {
                    add(rule, from, position + 1);
                    from = position + 1;
                    pairs = 0;
                }
            }
        }
        if (pairs > 0) {
            add(rule, from, blocks.rows().length);
        }
    }

    private void add(int rule, int start, int end) {
        rules.add(rule);
        starts.add(start);
        ends.add(end);
    }

    int count() {
        return rules.size();
    }

    int rule(int range) {
        return rules.getInt(range);
    }

    /** The first position of the rule's rows. */
    int start(int range) {
        return starts.getInt(range);
    }

    /** One past the last position of the rule's rows. */
    int end(int range) {
        return ends.getInt(range);
    }
}
