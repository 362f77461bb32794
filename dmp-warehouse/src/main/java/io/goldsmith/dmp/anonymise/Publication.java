package io.goldsmith.dmp.anonymise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier load published, class by class. It holds counts that were public, and no link to a person.
 *
 * @param load the load's number
 * @param levels each quasi-identifier's level, in the order of the columns
 * @param classes the content of each class, by its generalised quasi-identifiers
 */
public record Publication(long load, List<Integer> levels, Map<List<String>, ClassContent> classes) {

    public Publication {
        levels = List.copyOf(levels);
        classes = Collections.unmodifiableMap(classes);
    }

    /** What this publication shows when looked at through coarser levels, each at or above its own. */
    Publication at(List<Integer> coarser, ProjectionColumns columns) {
        if (coarser.equals(levels)) {
            return this;
        }
        Map<List<String>, ClassContent> merged = new HashMap<>();
        classes.forEach((key, content) -> {
            List<String> coarse = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                coarse.add(columns.quasiIdentifiers().get(i).hierarchy().up(key.get(i), levels.get(i), coarser.get(i)));
            }
            merged.merge(List.copyOf(coarse), content, ClassContent::with);
        });
        return new Publication(load, coarser, merged);
    }

    /** The class's content, empty when it was not published. */
    ClassContent of(List<String> key) {
        return classes.getOrDefault(key, ClassContent.EMPTY);
    }
}
