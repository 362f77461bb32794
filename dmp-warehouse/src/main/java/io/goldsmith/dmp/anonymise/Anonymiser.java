package io.goldsmith.dmp.anonymise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes anonymous rows of a table of persons: finds the least generalisation, holds the classes that the
 * {@link DifferencingGuard} does not let change yet, suppresses those that are small or uniform, and shuffles the rest.
 */
public final class Anonymiser {

    private final AnonymityRule rule;
    private final Random randomness;

    /** @param randomness orders the rows; a {@link java.security.SecureRandom} outside of tests */
    public Anonymiser(AnonymityRule rule, Random randomness) {
        this.rule = rule;
        this.randomness = randomness;
    }

    /**
     * The rows to publish, or none when no generalisation suffices with as few suppressed as the rule allows.
     *
     * @param earlier the publications of the same columns before, oldest first
     */
    public Optional<Anonymised> anonymise(PersonTable table, List<Publication> earlier) {
        SuppressionCount suppressed = new SuppressionCount(table, rule);
        int[] heights = table.columns().quasiIdentifiers().stream()
                .mapToInt(column -> column.hierarchy().height())
                .toArray();
        return new LatticeSearch(heights, floor(heights.length, earlier))
                .least(levels -> rule.allowsSuppressing(suppressed.at(levels), table.persons()))
                .map(levels -> rows(table, Arrays.stream(levels).boxed().toList(), earlier));
    }

    private static int[] floor(int attributes, List<Publication> earlier) {
        int[] floor = new int[attributes];
        for (Publication publication : earlier) {
            Arrays.setAll(floor, i -> Math.max(floor[i], publication.levels().get(i)));
        }
        return floor;
    }

    private Anonymised rows(PersonTable table, List<Integer> levels, List<Publication> earlier) {
        List<Publication> comparable = earlier.stream()
                .map(publication -> publication.at(levels, table.columns()))
                .toList();
        DifferencingGuard guard = new DifferencingGuard(rule, comparable);
        Map<List<String>, List<ProjectionRow>> classes = classes(table, levels);
        Set<List<String>> keys = new LinkedHashSet<>(classes.keySet());
        if (!comparable.isEmpty()) {
            keys.addAll(comparable.get(comparable.size() - 1).classes().keySet());
        }
        Tally tally = new Tally();
        for (List<String> key : keys) {
            List<ProjectionRow> rows = classes.getOrDefault(key, List.of());
            ClassContent content = ClassContents.of(rows, key.size());
            if (!guard.allows(key, content)) {
                tally.hold(key, guard.lastOf(key), content);
            } else if (rule.holdsFor(content)) {
                tally.publish(rows);
            } else {
                tally.suppressed += rows.size();
            }
        }
        Collections.shuffle(tally.rows, randomness);
        return tally.anonymised(levels);
    }

    private static Map<List<String>, List<ProjectionRow>> classes(PersonTable table, List<Integer> levels) {
        Map<List<String>, List<ProjectionRow>> classes = new LinkedHashMap<>();
        List<Map<String, String>> coarser = new ArrayList<>();
        levels.forEach(level -> coarser.add(new HashMap<>()));
        for (int row = 0; row < table.persons(); row++) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < levels.size(); i++) {
                Hierarchy hierarchy = table.columns().quasiIdentifiers().get(i).hierarchy();
                int level = levels.get(i);
                values.add(coarser.get(i)
                        .computeIfAbsent(
                                table.quasiIdentifiers().get(i).valueAt(row), value -> hierarchy.up(value, 0, level)));
            }
            List<String> key = List.copyOf(values);
            for (EncodedColumn column : table.sensitive()) {
                values.add(column.valueAt(row));
            }
            classes.computeIfAbsent(key, absent -> new ArrayList<>()).add(new ProjectionRow(row, values));
        }
        return classes;
    }

    /** The rows and counts of one anonymisation while they are gathered. */
    private static final class Tally {
        private final List<ProjectionRow> rows = new ArrayList<>();
        private long published;
        private long suppressed;
        private long waiting;
        private int heldClasses;
        private int heldRows;

        void publish(List<ProjectionRow> fresh) {
            rows.addAll(fresh);
            published += fresh.size();
        }

        /** Held rows were one person each when they were published: they get numbers that no person of this load has. */
        void hold(List<String> key, ClassContent before, ClassContent now) {
            before.personsBySensitive().forEach((sensitive, persons) -> {
                List<String> values = new ArrayList<>(key);
                values.addAll(sensitive);
                for (int i = 0; i < persons; i++) {
                    rows.add(new ProjectionRow(--heldRows, values));
                }
            });
            int arrivals = now.without(before).persons();
            waiting += arrivals;
            published += now.persons() - arrivals;
            heldClasses++;
        }

        Anonymised anonymised(List<Integer> levels) {
            return new Anonymised(levels, rows, published, suppressed, waiting, heldClasses);
        }
    }
}
