package io.goldsmith.matching.standardise;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Derived attributes, ready to be computed: for one record by {@link #apply}, for rows of a batch by {@link #derive}, both by the same
 * rules. Immutable, thread-safe.
 */
public final class Derivation {

    private final List<AttributeDefinition> given;
    private final List<AttributeDefinition> attributes;
    private final List<DerivedRule> rules;

    private Derivation(List<AttributeDefinition> given, List<AttributeDefinition> attributes, List<DerivedRule> rules) {
        this.given = given;
        this.attributes = attributes;
        this.rules = rules;
    }

    /**
     * Compiles derived attributes.
     *
     * @param attributes those that records have of their own
     * @param derived those computed, in order: a later one may use an earlier one
     * @throws IllegalArgumentException if {@link DerivedAttribute#problems} finds any
     */
    public static Derivation of(List<AttributeDefinition> attributes, List<DerivedAttribute> derived) {
        List<AttributeDefinition> all = DerivedAttribute.extend(attributes, derived);
        List<DerivedRule> rules =
                derived.stream().map(attribute -> rule(attribute, all)).toList();
        return new Derivation(List.copyOf(attributes), all, rules);
    }

    private static DerivedRule rule(DerivedAttribute attribute, List<AttributeDefinition> all) {
        List<DerivedRule.Source> sources = attribute.parts().stream()
                .map(part -> new DerivedRule.Source(
                        DerivedAttribute.position(all, part.attribute()), transform(part.transform())))
                .toList();
        ValueTransform transform = transform(attribute.transform());
        return attribute.isUnion()
                ? new DerivedRule.Union(sources, transform)
                : new DerivedRule.Join(sources, transform);
    }

    private static ValueTransform transform(String word) {
        return ValueTransform.parse(word)
                .orElseThrow(() -> new IllegalStateException("A transform was not checked: " + word + "."));
    }

    /** The attributes that records have of their own. */
    public List<AttributeDefinition> given() {
        return given;
    }

    /** All attributes, the derived ones last. */
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    /**
     * A record in standard form with its derived values; without derived attributes, the same record. Values that it may already have
     * under a derived name are computed anew.
     */
    public AttributeValues apply(AttributeValues standard) {
        if (rules.isEmpty()) {
            return standard;
        }
        Map<String, List<String>> values = new TreeMap<>(standard.asMap());
        for (int position = given.size(); position < attributes.size(); position++) {
            List<String> computed = derive(
                    position, other -> values.getOrDefault(attributes.get(other).name(), List.of()));
            if (computed.isEmpty()) {
                values.remove(attributes.get(position).name());
            } else {
                values.put(attributes.get(position).name(), computed);
            }
        }
        return AttributeValues.of(values);
    }

    /**
     * The values of one derived attribute: sorted, distinct, none if it is missing; the list is the caller's to keep.
     *
     * @param position where the attribute stands in {@link #attributes()}, at or behind the number of those given
     * @param row the record's standard values by position; asked for positions before this one only
     */
    public List<String> derive(int position, IntFunction<List<String>> row) {
        return rules.get(position - given.size()).values(row);
    }
}
