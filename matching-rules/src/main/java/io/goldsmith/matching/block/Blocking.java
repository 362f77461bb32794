package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocking rules, ready to give keys to records and to tables. With a frozen {@link BlockingRefinement} the keys of a record depend on
 * the record and the refinement alone. Immutable, thread-safe.
 */
public final class Blocking {

    private final List<BlockingRule> rules;
    private final Optional<BlockingRefinement> refinement;
    private final List<CompiledRule> compiled;

    private Blocking(List<BlockingRule> rules, Optional<BlockingRefinement> refinement) {
        this.rules = List.copyOf(rules);
        this.refinement = refinement;
        BlockingRefinement applied = refinement.orElse(BlockingRefinement.none());
        this.compiled = this.rules.stream()
                .map(rule -> CompiledRule.of(rule, applied.tooLarge(rule)))
                .toList();
    }

    /**
     * Rules of which no refinement is known yet: a record's keys are those of the rules' {@code keys}, and {@link CandidatePairs} finds
     * the refinement on its table.
     *
     * @throws IllegalArgumentException if a transform is none of {@link #transformWords()}
     */
    public static Blocking of(List<BlockingRule> rules) {
        return new Blocking(rules, Optional.empty());
    }

    /**
     * Rules under a refinement that was frozen in a model.
     *
     * @throws IllegalArgumentException if a transform is none of {@link #transformWords()}
     */
    public static Blocking of(List<BlockingRule> rules, BlockingRefinement refinement) {
        return new Blocking(rules, Optional.of(refinement));
    }

    /** The transforms that a key part may name. */
    public static List<String> transformWords() {
        return KeyForm.words();
    }

    /** Whether a key part may name this transform. */
    public static boolean isTransform(String text) {
        return KeyForm.parse(text).isPresent();
    }

    /** The rules, in order. */
    public List<BlockingRule> rules() {
        return rules;
    }

    /** The frozen refinement; empty if none is known yet. */
    public Optional<BlockingRefinement> refinement() {
        return refinement;
    }

    /** The keys of one record in standard form: distinct, by rule and then by value. */
    public List<BlockingKey> keys(AttributeValues standard) {
        List<BlockingKey> keys = new ArrayList<>();
        RecordKeys working = new RecordKeys();
        LongArrayList found = new LongArrayList();
        for (int rule = 0; rule < compiled.size(); rule++) {
            found.clear();
            compiled.get(rule).addKeys(standard, working, found);
            LongArrays.quickSort(found.elements(), 0, found.size());
            for (int key = 0; key < found.size(); key++) {
                keys.add(new BlockingKey(rule, found.getLong(key)));
            }
        }
        return List.copyOf(keys);
    }

    List<CompiledRule> compiled() {
        return compiled;
    }
}
