package io.goldsmith.connect.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a file.
 *
 * @param width how many there are
 * @param positions name to position, from 0
 */
record FileHeader(int width, Map<String, Integer> positions) {

    /** The names in the order of the file. */
    List<String> inOrder() {
        return positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Reads the header line.
     *
     * @param wanted the columns that the mapping reads
     * @throws FileException if a wanted column is missing or a name is there twice
     */
    static FileHeader of(List<String> names, Set<String> wanted) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).trim();
            if (positions.put(name, i) != null && wanted.contains(name)) {
                throw new FileException("the header must name each column once, but names " + name + " twice");
            }
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            // The other names stay out of the message: without a header they would be a customer's values.
            throw new FileException("the first line must name the columns, but lacks " + String.join(", ", missing)
                    + " (it has " + names.size() + " columns); check the file's header, separator and charset");
        }
        return new FileHeader(names.size(), Map.copyOf(positions));
    }
}
