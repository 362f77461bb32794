package io.goldsmith.dmp.anonymise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups rows of the projection into classes and their contents. */
final class ClassContents {

    private ClassContents() {}

    /** The content of rows that are all of one class. */
    static ClassContent of(List<ProjectionRow> rows, int quasiIdentifiers) {
        Map<List<String>, Integer> content = new HashMap<>();
        for (ProjectionRow row : rows) {
            List<String> values = row.values();
            content.merge(values.subList(quasiIdentifiers, values.size()), 1, Integer::sum);
        }
        return new ClassContent(content);
    }

    /** The content of each class that there is among the rows. */
    static Map<List<String>, ClassContent> byClass(List<ProjectionRow> rows, int quasiIdentifiers) {
        Map<List<String>, List<ProjectionRow>> classes = new HashMap<>();
        for (ProjectionRow row : rows) {
            classes.computeIfAbsent(row.values().subList(0, quasiIdentifiers), absent -> new ArrayList<>())
                    .add(row);
        }
        Map<List<String>, ClassContent> contents = new HashMap<>();
        classes.forEach((key, members) -> contents.put(key, of(members, quasiIdentifiers)));
        return contents;
    }
}
