package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Which blocking keys are too large, found once on the records that a model was trained from and frozen in it. A record whose key is
 * among them gets the value of the rule's next {@code refine} part put behind it instead; where none is left, or the record lacks it, it
 * gets no key. A rule that is not named has no key that is too large. Equal by content, and readable as JSON as it stands.
 *
 * @param rules the rules that have keys which are too large, in the order of the configuration
 */
public record BlockingRefinement(List<RuleRefinement> rules) {

    public BlockingRefinement {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /**
     * The keys of one rule that are too large.
     *
     * @param rule the rule, with its refinement, as a person reads it: {@link BlockingRule#fullText()}
     * @param tooLarge the keys' hashes, 16 hexadecimal digits each, ascending as signed numbers; they say nothing of the values
     */
    public record RuleRefinement(String rule, List<String> tooLarge) {

        public RuleRefinement {
            tooLarge = tooLarge == null ? List.of() : List.copyOf(tooLarge);
        }

        static RuleRefinement of(BlockingRule rule, long[] tooLarge) {
            return new RuleRefinement(
                    rule.fullText(),
                    Arrays.stream(tooLarge)
                            .sorted()
                            .mapToObj(HexFormat.of()::toHexDigits)
                            .toList());
        }
    }

    /** No key is too large. */
    public static BlockingRefinement none() {
        return new BlockingRefinement(List.of());
    }

    /**
     * Finds the keys of more than {@code maxBlockSize} rows of a table, then those still too large with the first further part behind
     * them, and so on.
     *
     * @param maxBlockSize the most rows of a block, at least 1
     */
    public static BlockingRefinement of(RecordTable table, List<BlockingRule> rules, int maxBlockSize) {
        BlockPairs pairs = new BlockPairs(table, PairMode.LINK_AND_DEDUPE);
        return found(
                rules,
                RuleBlocking.all(
                        pairs,
                        Blocking.of(rules),
                        maxBlockSize,
                        Runtime.getRuntime().availableProcessors()));
    }

    /** What was found to be too large when the blocks of these rules were made. */
    static BlockingRefinement found(List<BlockingRule> rules, List<RuleBlocks> blocks) {
        List<RuleRefinement> found = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (blocks.get(rule).tooLarge().length > 0) {
                found.add(RuleRefinement.of(rules.get(rule), blocks.get(rule).tooLarge()));
            }
        }
        return new BlockingRefinement(found);
    }

    /** The keys of a rule that are too large, sorted. */
    long[] tooLarge(BlockingRule rule) {
        String text = rule.fullText();
        return rules.stream()
                .filter(known -> known.rule().equals(text))
                .flatMap(known -> known.tooLarge().stream())
                .mapToLong(BlockingRefinement::hash)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long hash(String digits) {
        try {
            return Long.parseUnsignedLong(digits, 16);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "A blocking key that is too large must be 16 hexadecimal digits, but is \"" + digits
                            + "\"; train and save the model anew.",
                    malformed);
        }
    }
}
