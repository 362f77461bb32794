package io.goldsmith.matching.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** How the values of one derived attribute come out of those of a record. Immutable. */
sealed interface DerivedRule {

    /**
     * The values, sorted and distinct.
     *
     * @param row the standard values of the attribute at a position; none if it is missing
     */
    List<String> values(IntFunction<List<String>> row);

    /**
     * A part, ready for use.
     *
     * @param position where its attribute stands
     * @param transform what is taken of each value
     */
    record Source(int position, ValueTransform transform) {}

    /** Every distinct value of the sources. */
    record Union(List<Source> sources, ValueTransform transform) implements DerivedRule {

        @Override
        public List<String> values(IntFunction<List<String>> row) {
            List<String> values = new ArrayList<>(2);
            for (Source source : sources) {
                for (String value : row.apply(source.position())) {
                    String taken = takenOf(source.transform().apply(value), transform);
                    if (!taken.isEmpty() && !values.contains(taken)) {
                        values.add(taken);
                    }
                }
            }
            if (values.size() > 1) {
                values.sort(null);
            }
            return values;
        }
    }

    /** The values of the sources in order, as one. */
    record Join(List<Source> sources, ValueTransform transform) implements DerivedRule {

        @Override
        public List<String> values(IntFunction<List<String>> row) {
            StringBuilder joined = new StringBuilder();
            for (Source source : sources) {
                List<String> values = row.apply(source.position());
                // A record may hold its values in any order: what comes of them must not depend on it.
                for (String value : values.size() > 1 ? new TreeSet<>(values) : values) {
                    String taken = source.transform().apply(value);
                    if (!taken.isEmpty()) {
                        joined.append(joined.length() == 0 ? "" : " ").append(taken);
                    }
                }
            }
            String taken = takenOf(joined.toString(), transform);
            return taken.isEmpty() ? List.of() : List.of(taken);
        }
    }

    private static String takenOf(String value, ValueTransform transform) {
        return value.isEmpty() ? "" : transform.apply(value);
    }
}
