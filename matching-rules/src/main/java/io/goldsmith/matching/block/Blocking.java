package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.standardise.ValueTransform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Blocking rules, ready to give keys to records and to tables. Immutable, thread-safe. */
public final class Blocking {

    private static final int MOST_KEYS_PER_RULE = 64;

    private final List<BlockingRule> rules;

    private Blocking(List<BlockingRule> rules) {
        this.rules = rules;
    }

    /** Compiles rules whose transforms are known; {@link #transformWords()} lists them. */
    public static Blocking of(List<BlockingRule> rules) {
        return new Blocking(List.copyOf(rules));
    }

    /** The transforms that a key part may name. */
    public static List<String> transformWords() {
        return ValueTransform.words();
    }

    /** Whether a key part may name this transform. */
    public static boolean isTransform(String text) {
        return ValueTransform.parse(text).isPresent();
    }

    /** The rules, in order. */
    public List<BlockingRule> rules() {
        return rules;
    }

    /** The keys of one record in standard form: distinct, by rule and then by value. */
    public List<BlockingKey> keys(AttributeValues standard) {
        List<BlockingKey> keys = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (long value : hashes(rules.get(rule).keys(), standard)) {
                keys.add(new BlockingKey(rule, value));
            }
        }
        return keys.stream()
                .distinct()
                .sorted(Comparator.comparingInt(BlockingKey::rule).thenComparingLong(BlockingKey::value))
                .toList();
    }

    private static long[] hashes(List<KeyPart> parts, AttributeValues standard) {
        long[] keys = {0};
        for (int part = 0; part < parts.size(); part++) {
            ValueTransform transform = transform(parts.get(part));
            long[] values = standard.all(parts.get(part).attribute()).stream()
                    .mapToLong(value -> hash(transform, value))
                    .filter(hash -> hash != 0)
                    .toArray();
            keys = part == 0 ? values : RuleKeys.product(keys, values, MOST_KEYS_PER_RULE);
        }
        return parts.isEmpty() ? new long[0] : keys;
    }

    /** The hash of what the transform takes of a value; 0 if it takes nothing. */
    private static long hash(ValueTransform transform, String value) {
        String taken = transform.apply(value);
        return taken.isEmpty() ? 0 : KeyHash.of(taken);
    }

    private static ValueTransform transform(KeyPart part) {
        Optional<ValueTransform> transform = ValueTransform.parse(part.transform());
        return transform.orElseThrow(() -> new IllegalArgumentException("A key part's transform must be one of "
                + transformWords() + ", but is \"" + part.transform() + "\"."));
    }

    /** The keys of every row of a table under one rule. */
    RuleKeys keys(RecordTable table, int rule) {
        return keys(table, rules.get(rule).keys());
    }

    /** The keys of every row of a table made of these parts. */
    static RuleKeys keys(RecordTable table, List<KeyPart> parts) {
        int[] columns = new int[parts.size()];
        long[][] hashes = new long[parts.size()][];
        for (int part = 0; part < columns.length; part++) {
            columns[part] = table.column(parts.get(part).attribute());
            Column column = table.columns().get(columns[part]);
            ValueTransform transform = transform(parts.get(part));
            hashes[part] = new long[column.elementCodes()];
            for (int element = 1; element < column.elementCodes(); element++) {
                hashes[part][element] = hash(transform, column.text(element));
            }
        }
        return RuleKeys.of(table, columns, hashes, MOST_KEYS_PER_RULE);
    }
}
