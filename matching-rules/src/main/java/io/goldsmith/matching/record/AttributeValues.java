package io.goldsmith.matching.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one record: attribute name to values, in the order in which they were given. An attribute that is absent was never
 * known; one with an empty list was emptied on purpose. Immutable; a value is never null and never empty.
 */
public final class AttributeValues {

    private static final AttributeValues NONE = new AttributeValues(new TreeMap<>());

    private final SortedMap<String, List<String>> values;

    private AttributeValues(SortedMap<String, List<String>> values) {
        this.values = values;
    }

    /** A record of which nothing is known. */
    public static AttributeValues none() {
        return NONE;
    }

    /** Copies the map; empty strings among the values are dropped, so that a list of empty strings means emptied on purpose. */
    public static AttributeValues of(Map<String, List<String>> values) {
        // At once, since a map that is sorted by name already is copied without comparing names.
        TreeMap<String, List<String>> copy = new TreeMap<>(values);
        copy.replaceAll((name, given) -> withoutEmpty(given));
        return new AttributeValues(Collections.unmodifiableSortedMap(copy));
    }

    private static List<String> withoutEmpty(List<String> given) {
        boolean isFull = true;
        for (String value : given) {
            isFull = isFull && !value.isEmpty();
        }
        if (isFull) {
            return List.copyOf(given);
        }
        List<String> kept = new ArrayList<>(given.size());
        for (String value : given) {
            if (!value.isEmpty()) {
                kept.add(value);
            }
        }
        return List.copyOf(kept);
    }

    /** Every value of the attribute; empty if it is unknown or was emptied. */
    public List<String> all(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** The first value of the attribute, if it has one. */
    public Optional<String> first(String attribute) {
        List<String> all = all(attribute);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Whether the source said anything of the attribute, be it that it is empty. */
    public boolean isKnown(String attribute) {
        return values.containsKey(attribute);
    }

    /** The values by attribute name, sorted, unmodifiable. */
    public SortedMap<String, List<String>> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributeValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names of the known attributes alone: values are personal data and do not belong in logs. */
    @Override
    public String toString() {
        return "AttributeValues" + values.keySet();
    }
}
