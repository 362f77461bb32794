package io.goldsmith.bench.match;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Pairs of different values, and one comparison level to test them by. Half of the pairs are neighbours in the order of the alphabet, which
 * are often alike, as values of candidate pairs are; the other half is drawn at random.
 */
final class KernelPairs {

    /** How many pairs there are. */
    static final int COUNT = 4096;

    private static final String ATTRIBUTE = "value";

    private final List<String> values;
    private final int[] lefts = new int[COUNT];
    private final int[] rights = new int[COUNT];
    private final Comparison comparison;

    /**
     * Pairs of these values.
     *
     * @param values at least two different ones, none empty
     * @param level the tested level, for example {@code jaro-winkler:0.92}
     */
    KernelPairs(TreeSet<String> values, String level, long seed) {
        this.values = List.copyOf(values);
        SplittableRandom random = new SplittableRandom(seed);
        int last = this.values.size() - 1;
        for (int pair = 0; pair < COUNT; pair++) {
            lefts[pair] = random.nextInt(last);
            int apart = pair % 2 == 0 ? 1 : 1 + random.nextInt(last - lefts[pair]);
            rights[pair] = lefts[pair] + apart;
        }
        ComparisonSettings settings = new ComparisonSettings(
                ATTRIBUTE,
                ATTRIBUTE,
                "",
                ComparisonKind.TEXT,
                List.of(new LevelSettings(level, 0.9, 0.1, false), new LevelSettings("else", 0.1, 0.9, false)));
        this.comparison = Comparison.of(settings, table(this.values));
    }

    private static RecordTable table(List<String> values) {
        RecordTable.Builder builder =
                RecordTable.builder(List.of(new AttributeDefinition(ATTRIBUTE, SemanticType.TEXT, "", false)));
        for (int row = 0; row < values.size(); row++) {
            builder.add(
                    new RecordId("", String.format("%08d", row)),
                    AttributeValues.of(Map.of(ATTRIBUTE, List.of(values.get(row)))));
        }
        return builder.build();
    }

    /** Whether the level holds for a pair, by our kernel. */
    boolean holds(int pair) {
        return comparison.levelOfDifferentElements(comparison.code(lefts[pair]), comparison.code(rights[pair])) == 0;
    }

    String left(int pair) {
        return values.get(lefts[pair]);
    }

    String right(int pair) {
        return values.get(rights[pair]);
    }
}
