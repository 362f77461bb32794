package io.goldsmith.dmp.anonymise;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts, for a node of the lattice, the persons whose classes would be too small or not diverse enough. */
final class SuppressionCount {

    private final Cells cells;
    private final AnonymityRule rule;
    private final List<LevelCodes> levelCodes = new ArrayList<>();
    private final int sensitiveAttributes;

    SuppressionCount(PersonTable table, AnonymityRule rule) {
        this.cells = Cells.of(table);
        this.rule = rule;
        this.sensitiveAttributes = table.sensitive().size();
        for (int i = 0; i < table.quasiIdentifiers().size(); i++) {
            levelCodes.add(new LevelCodes(
                    table.quasiIdentifiers().get(i).values(),
                    table.columns().quasiIdentifiers().get(i).hierarchy()));
        }
    }

    long at(int[] levels) {
        Long2IntOpenHashMap classes = new Long2IntOpenHashMap();
        classes.defaultReturnValue(-1);
        int[] classOf = new int[cells.count()];
        for (int cell = 0; cell < classOf.length; cell++) {
            int next = classes.size();
            int known = classes.putIfAbsent(key(levels, cell), next);
            classOf[cell] = known < 0 ? next : known;
        }
        int[] persons = new int[classes.size()];
        for (int cell = 0; cell < classOf.length; cell++) {
            persons[classOf[cell]] += cells.persons(cell);
        }
        boolean[] diverse = diverse(classOf, persons.length);
        long suppressed = 0;
        for (int each = 0; each < persons.length; each++) {
            if (persons[each] < rule.k() || !diverse[each]) {
                suppressed += persons[each];
            }
        }
        return suppressed;
    }

    private long key(int[] levels, int cell) {
        long key = 0;
        for (int i = 0; i < levels.length; i++) {
            LevelCodes codes = levelCodes.get(i);
            key = Cells.combine(key, codes.size(levels[i]), codes.at(levels[i], cells.quasiCode(i, cell)));
        }
        return key;
    }

    /** Remembers up to l values of each class: enough to know whether there are l, whatever the attribute's size. */
    private boolean[] diverse(int[] classOf, int classes) {
        boolean[] diverse = new boolean[classes];
        Arrays.fill(diverse, true);
        int l = rule.l();
        for (int attribute = 0; attribute < sensitiveAttributes; attribute++) {
            int[] seen = new int[Math.multiplyExact(classes, l)];
            int[] distinct = new int[classes];
            for (int cell = 0; cell < classOf.length; cell++) {
                int each = classOf[cell];
                if (distinct[each] < l
                        && !contains(seen, each * l, distinct[each], cells.sensitiveCode(attribute, cell))) {
                    seen[each * l + distinct[each]++] = cells.sensitiveCode(attribute, cell);
                }
            }
            for (int each = 0; each < classes; each++) {
                diverse[each] &= distinct[each] >= l;
            }
        }
        return diverse;
    }

    private static boolean contains(int[] values, int from, int count, int value) {
        for (int i = from; i < from + count; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }
}
