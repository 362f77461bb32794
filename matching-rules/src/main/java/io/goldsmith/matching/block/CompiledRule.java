package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A blocking rule with its transforms read and the keys that are known to be too large. This is where a record's keys come from: a
 * function of the record and the frozen model alone.
 */
final class CompiledRule {

    private final BlockingRule rule;
    private final List<CompiledPart> keys;
    private final List<CompiledPart> refine;
    private final long[] tooLarge;

    private CompiledRule(BlockingRule rule, List<CompiledPart> keys, List<CompiledPart> refine, long[] tooLarge) {
        this.rule = rule;
        this.keys = keys;
        this.refine = refine;
        this.tooLarge = tooLarge;
    }

    /**
     * @param tooLarge the keys to be refined, sorted
     * @throws IllegalArgumentException if a part's transform is not known
     */
    static CompiledRule of(BlockingRule rule, long[] tooLarge) {
        return new CompiledRule(rule, compiled(rule.keys()), compiled(rule.refine()), tooLarge);
    }

    private static List<CompiledPart> compiled(List<KeyPart> parts) {
        return parts.stream().map(CompiledPart::of).toList();
    }

    BlockingRule rule() {
        return rule;
    }

    /** The parts that every key has. */
    List<CompiledPart> keys() {
        return keys;
    }

    /** The parts put behind a key that is too large, one after the other. */
    List<CompiledPart> refine() {
        return refine;
    }

    /** Whether any key is known to be too large. */
    boolean refinesKeys() {
        return tooLarge.length > 0;
    }

    /** Whether a key is known to be too large, so that it is refined or gives no key. */
    boolean isTooLarge(long key) {
        return refinesKeys() && Arrays.binarySearch(tooLarge, key) >= 0;
    }

    /** Adds the keys of one record in standard form. */
    void addKeys(AttributeValues standard, RecordKeys working, LongArrayList found) {
        if (keys.isEmpty()) {
            return;
        }
        for (int part = 0; part < keys.size(); part++) {
            keys.get(part).addHashes(standard, working.values());
            if (part == 0) {
                working.first();
            } else {
                working.further();
            }
        }
        int level = 0;
        while (sortOut(working, found) && level < refine.size()) {
            refine.get(level).addHashes(standard, working.values());
            working.further();
            level++;
        }
    }

    /** Moves the final keys to {@code found} and keeps those that are too large; whether there are any of those. */
    private boolean sortOut(RecordKeys working, LongArrayList found) {
        long[] parents = new long[working.size()];
        int count = 0;
        for (int position = 0; position < working.size(); position++) {
            long key = working.key(position);
            if (isTooLarge(key)) {
                parents[count++] = key;
            } else {
                found.add(key);
            }
        }
        working.keep(parents, count);
        return count > 0;
    }
}
