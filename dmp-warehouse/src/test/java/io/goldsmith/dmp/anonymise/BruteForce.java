package io.goldsmith.dmp.anonymise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The definitions of k-anonymity, l-diversity and of the difference of two tables, written down without any cleverness. */
final class BruteForce {

    private BruteForce() {}

    static boolean isAnonymous(List<List<String>> rows, int quasi, int k, int l) {
        for (List<String> row : rows) {
            List<List<String>> alike = rows.stream()
                    .filter(other -> other.subList(0, quasi).equals(row.subList(0, quasi)))
                    .toList();
            if (alike.size() < k) {
                return false;
            }
            for (int column = quasi; column < row.size(); column++) {
                Set<String> values = new HashSet<>();
                for (List<String> other : alike) {
                    values.add(other.get(column));
                }
                if (values.size() < l) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The rows of one table that are left when each row of the other has taken one equal row away. */
    static List<List<String>> minus(List<List<String>> rows, List<List<String>> others) {
        Map<List<String>, Integer> taken = new HashMap<>();
        others.forEach(row -> taken.merge(row, 1, Integer::sum));
        List<List<String>> left = new ArrayList<>();
        for (List<String> row : rows) {
            if (taken.merge(row, -1, Integer::sum) < 0) {
                left.add(row);
            }
        }
        return left;
    }
}
