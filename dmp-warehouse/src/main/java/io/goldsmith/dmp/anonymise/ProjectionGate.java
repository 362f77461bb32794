package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.DmpSettings;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last look before rows are published. It takes nothing from the anonymiser: it counts classes, persons and
 * distinct values again from the rows and column names that are about to be loaded, and compares them again with the
 * publications before. Every reason names columns and counts, never a value.
 */
public final class ProjectionGate {

    private final ProjectionColumns columns;
    private final AnonymityRule rule;

    /**
     * @param columns the columns that are declared, by {@link ProjectionColumns#of(DmpSettings)}
     * @param rule what each class must satisfy
     */
    public ProjectionGate(ProjectionColumns columns, AnonymityRule rule) {
        this.columns = columns;
        this.rule = rule;
    }

    /**
     * Whether the rows may be published.
     *
     * @param names the columns about to be written, in the order of the rows' values
     * @param levels each quasi-identifier's level
     * @param earlier the publications of the same columns before, oldest first
     */
    public GateVerdict check(
            List<String> names, List<Integer> levels, List<ProjectionRow> rows, List<Publication> earlier) {
        List<String> reasons = new ArrayList<>(shapeReasons(names, rows));
        if (!reasons.isEmpty()) {
            return new GateVerdict(0, Map.of(), 0, Map.of(), reasons);
        }
        reasons.addAll(new ForbiddenValues(names).reasons(rows));
        int quasi = columns.quasiIdentifiers().size();
        int kReached = kReached(rows, quasi);
        if (rows.isEmpty()) {
            reasons.add("there is no row to publish");
        } else if (kReached < rule.k()) {
            reasons.add("each class must have at least k = " + rule.k() + " persons, but the smallest has " + kReached);
        }
        Map<String, Integer> lReached = lReached(rows, quasi);
        lReached.forEach((attribute, distinct) -> {
            if (distinct < rule.l()) {
                reasons.add("each class must have at least l = " + rule.l() + " distinct values of " + attribute
                        + ", but one has " + distinct);
            }
        });
        Map<List<String>, ClassContent> contents = ClassContents.byClass(rows, quasi);
        reasons.addAll(differencingReasons(contents, levels, earlier));
        return new GateVerdict(kReached, lReached, contents.size(), contents, reasons);
    }

    private List<String> shapeReasons(List<String> names, List<ProjectionRow> rows) {
        List<String> reasons = new ArrayList<>();
        for (String name : names) {
            if (!columns.names().contains(name)) {
                reasons.add("column " + name + " is neither a quasi-identifier nor a sensitive attribute of"
                        + " dmp.projection; the projection has no other columns, and no key of any kind");
            }
        }
        if (reasons.isEmpty() && !names.equals(columns.names())) {
            reasons.add("the columns must be " + columns.names() + " in this order, but are " + names);
        }
        if (rows.stream().anyMatch(row -> row.values().size() != names.size())) {
            reasons.add("each row must have " + names.size() + " values, but one has not");
        }
        return reasons;
    }

    private static int kReached(List<ProjectionRow> rows, int quasi) {
        Map<List<String>, IntOpenHashSet> persons = new HashMap<>();
        for (ProjectionRow row : rows) {
            persons.computeIfAbsent(row.values().subList(0, quasi), absent -> new IntOpenHashSet())
                    .add(row.person());
        }
        return persons.values().stream().mapToInt(Set::size).min().orElse(0);
    }

    private Map<String, Integer> lReached(List<ProjectionRow> rows, int quasi) {
        Map<String, Integer> reached = new LinkedHashMap<>();
        for (int attribute = 0; attribute < columns.sensitive().size(); attribute++) {
            Map<List<String>, Set<String>> distinct = new HashMap<>();
            for (ProjectionRow row : rows) {
                distinct.computeIfAbsent(row.values().subList(0, quasi), absent -> new HashSet<>())
                        .add(row.values().get(quasi + attribute));
            }
            reached.put(
                    columns.sensitive().get(attribute),
                    distinct.values().stream().mapToInt(Set::size).min().orElse(0));
        }
        return reached;
    }

    private List<String> differencingReasons(
            Map<List<String>, ClassContent> contents, List<Integer> levels, List<Publication> earlier) {
        for (Publication publication : earlier) {
            for (int i = 0; i < levels.size(); i++) {
                if (levels.get(i) < publication.levels().get(i)) {
                    return List.of("the level of "
                            + columns.quasiIdentifiers().get(i).name() + " must not fall below that of load "
                            + publication.load() + ", since the two could be intersected");
                }
            }
        }
        DifferencingGuard guard = new DifferencingGuard(
                rule,
                earlier.stream()
                        .map(publication -> publication.at(levels, columns))
                        .toList());
        long revealing = contents.entrySet().stream()
                .filter(entry -> !guard.allows(entry.getKey(), entry.getValue()))
                .count();
        return revealing == 0
                ? List.of()
                : List.of(revealing + " classes differ from an earlier load by fewer than k = " + rule.k()
                        + " persons or l = " + rule.l() + " values, which would single out who changed");
    }
}
