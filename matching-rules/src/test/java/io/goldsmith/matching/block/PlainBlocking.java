package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one rule brings and gives up by the definition, with texts for keys and sets of pairs: the reference. */
final class PlainBlocking {

    private final RecordTable table;
    private final PairMode mode;
    private final int maxBlockSize;
    final Set<List<Integer>> pairs = new TreeSet<>(
            Comparator.<List<Integer>>comparingInt(pair -> pair.get(0)).thenComparingInt(pair -> pair.get(1)));
    long givenUpPairs;
    long refinedBlocks;

    PlainBlocking(RecordTable table, PairMode mode, int maxBlockSize, BlockingRule rule) {
        this.table = table;
        this.mode = mode;
        this.maxBlockSize = maxBlockSize;
        Map<String, Set<Integer>> blocks = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            for (String key : keys(row, rule.keys(), Set.of(""))) {
                blocks.computeIfAbsent(key, unknown -> new TreeSet<>()).add(row);
            }
        }
        blocks.forEach((key, rows) -> block(key, rows, rule.refine()));
    }

    private Set<String> keys(int row, List<KeyPart> parts, Set<String> begun) {
        Set<String> keys = begun;
        for (KeyPart part : parts) {
            Set<String> further = new TreeSet<>();
            for (String value : table.values(row).all(part.attribute())) {
                for (String text : KeyForm.parse(part.transform()).orElseThrow().texts(value)) {
                    keys.forEach(key -> further.add(key + "|" + text));
                }
            }
            keys = further;
        }
        return keys;
    }

    private void block(String key, Set<Integer> rows, List<KeyPart> refine) {
        if (rows.size() <= maxBlockSize) {
            pairs.addAll(allowed(rows));
        } else if (refine.isEmpty()) {
            givenUpPairs += allowed(rows).size();
        } else {
            refinedBlocks++;
            Map<String, Set<Integer>> blocks = new TreeMap<>();
            Set<Integer> with = new TreeSet<>();
            for (int row : rows) {
                for (String further : keys(row, refine.subList(0, 1), Set.of(key))) {
                    blocks.computeIfAbsent(further, unknown -> new TreeSet<>()).add(row);
                    with.add(row);
                }
            }
            givenUpPairs += allowed(rows).size() - allowed(with).size();
            blocks.forEach((further, some) -> block(further, some, refine.subList(1, refine.size())));
        }
    }

    private List<List<Integer>> allowed(Set<Integer> rows) {
        List<List<Integer>> allowed = new ArrayList<>();
        for (int left : rows) {
            for (int right : rows) {
                boolean same = table.sameSource(left, right);
                if (left < right && (mode == PairMode.LINK_AND_DEDUPE || same == (mode == PairMode.DEDUPE))) {
                    allowed.add(List.of(left, right));
                }
            }
        }
        return allowed;
    }
}
