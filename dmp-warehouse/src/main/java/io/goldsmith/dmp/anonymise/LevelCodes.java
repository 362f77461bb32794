package io.goldsmith.dmp.anonymise;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;

/** One quasi-identifier's codes at each level of its hierarchy, so that generalising a row is an array look-up. */
final class LevelCodes {

    private final int[][] codeByBase;
    private final int[] sizes;

    LevelCodes(List<String> baseValues, Hierarchy hierarchy) {
        int levels = hierarchy.height() + 1;
        codeByBase = new int[levels][baseValues.size()];
        sizes = new int[levels];
        for (int level = 0; level < levels; level++) {
            Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
            for (int base = 0; base < baseValues.size(); base++) {
                String value = hierarchy.up(baseValues.get(base), 0, level);
                int next = codes.size();
                int code = codes.containsKey(value) ? codes.getInt(value) : next;
                codes.putIfAbsent(value, next);
                codeByBase[level][base] = code;
            }
            sizes[level] = codes.size();
        }
    }

    int at(int level, int baseCode) {
        return codeByBase[level][baseCode];
    }

    /** How many distinct values there are at the level. */
    int size(int level) {
        return sizes[level];
    }
}
