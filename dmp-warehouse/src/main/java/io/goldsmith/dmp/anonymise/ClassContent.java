package io.goldsmith.dmp.anonymise;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many persons of one class have each combination of sensitive values: all that a reader of the projection can know
 * of the class.
 *
 * @param personsBySensitive counts from 1, by the values of the sensitive attributes in the order of the columns
 */
public record ClassContent(Map<List<String>, Integer> personsBySensitive) {

    /** A class with nobody in it. */
    public static final ClassContent EMPTY = new ClassContent(Map.of());

    public ClassContent {
        personsBySensitive = Collections.unmodifiableMap(personsBySensitive);
    }

    /** How many persons there are. */
    public int persons() {
        return personsBySensitive.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nobody is there. */
    public boolean isEmpty() {
        return personsBySensitive.isEmpty();
    }

    /** The distinct values of the least diverse sensitive attribute; without sensitive attributes, unbounded. */
    int leastDistinct() {
        if (personsBySensitive.isEmpty()) {
            return 0;
        }
        int attributes = personsBySensitive.keySet().iterator().next().size();
        int least = Integer.MAX_VALUE;
        for (int attribute = 0; attribute < attributes; attribute++) {
            Set<String> values = new HashSet<>();
            for (List<String> combination : personsBySensitive.keySet()) {
                values.add(combination.get(attribute));
            }
            least = Math.min(least, values.size());
        }
        return least;
    }

    /** Those here that are not matched by one with the same sensitive values there. */
    ClassContent without(ClassContent other) {
        Map<List<String>, Integer> left = new HashMap<>();
        personsBySensitive.forEach((combination, persons) -> {
            int surplus = persons - other.personsBySensitive.getOrDefault(combination, 0);
            if (surplus > 0) {
                left.put(combination, surplus);
            }
        });
        return new ClassContent(left);
    }

    /** Those here and those there together. */
    ClassContent with(ClassContent other) {
        Map<List<String>, Integer> both = new HashMap<>(personsBySensitive);
        other.personsBySensitive.forEach((combination, persons) -> both.merge(combination, persons, Integer::sum));
        return new ClassContent(both);
    }
}
