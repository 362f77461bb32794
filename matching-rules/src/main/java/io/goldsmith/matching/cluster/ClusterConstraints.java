package io.goldsmith.matching.cluster;

import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What may not be joined, beside what people parted. Immutable.
 *
 * @param table the records
 * @param exclusive the attributes that hold exclusive identifiers: no cluster gets two values of one, unless a person linked them
 * @param onePerSource the sources that have each customer once, so that no cluster gets two records of one unless a person linked them;
 *     the word {@code all} stands for every source, none for no such constraint
 * @param weights gives a thread the weight of any two rows; called only if the weight of a pair that is no candidate is needed
 * @param cohesion what the pairs between two clusters must weigh on average for the clusters to be joined, in the units of
 *     {@link io.goldsmith.matching.score.MatchWeight}
 */
public record ClusterConstraints(
        RecordTable table,
        List<String> exclusive,
        List<String> onePerSource,
        Supplier<PairWeights> weights,
        int cohesion) {

    public ClusterConstraints {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(weights, "weights");
        exclusive = List.copyOf(exclusive);
        onePerSource = List.copyOf(onePerSource);
    }

    /** The constraints in the order in which they are asked: what costs least first. */
    List<Constraint> all() {
        List<Constraint> constraints = new ArrayList<>();
        if (!exclusive.isEmpty()) {
            constraints.add(ExclusiveIdentifiers.of(table, exclusive));
        }
        if (!onePerSource.isEmpty()) {
            constraints.add(OnePerSource.of(table, onePerSource));
        }
        constraints.add(new WeakBridges(weights, cohesion));
        return constraints;
    }
}
