package io.goldsmith.matching.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often the values of one attribute occur, as shares between 0 and 1 of the records that have one.
 *
 * @param attribute the attribute's name
 * @param unseen the share taken for a value that is not listed
 * @param values the share of each listed value, sorted by value; values seen in few records are never listed
 */
public record TermFrequencies(String attribute, double unseen, SortedMap<String, Double> values) {

    public TermFrequencies {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Term frequencies from a map of any order. */
    public static TermFrequencies of(String attribute, double unseen, Map<String, Double> values) {
        return new TermFrequencies(attribute, unseen, new TreeMap<>(values));
    }

    /** The share of a value in standard form. */
    public double of(String value) {
        return values.getOrDefault(value, unseen);
    }
}
