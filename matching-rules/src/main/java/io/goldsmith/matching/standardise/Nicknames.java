package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which given names are forms of one name: {@code BOB} and {@code ROBERT}, {@code JP} and {@code JEAN PIERRE}. */
public final class Nicknames {

    private static final Map<String, Set<Integer>> GROUPS = read();

    private Nicknames() {}

    private static Map<String, Set<Integer>> read() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int group = 0;
        for (String line : WordFile.lines("nicknames")) {
            for (String name : line.split("[=,]")) {
                groups.computeIfAbsent(name.trim(), unused -> new HashSet<>()).add(group);
            }
            group++;
        }
        return Map.copyOf(groups);
    }

    /** Whether two names in standard form stand together in the dictionary, or one is the initials of the other compound. */
    public static boolean sameName(String one, String other) {
        Set<Integer> ones = GROUPS.getOrDefault(one, Set.of());
        if (!ones.isEmpty()) {
            for (Integer group : GROUPS.getOrDefault(other, Set.of())) {
                if (ones.contains(group)) {
                    return true;
                }
            }
        }
        return isInitials(one, other) || isInitials(other, one);
    }

    private static boolean isInitials(String letters, String compound) {
        int space = compound.indexOf(' ');
        return letters.length() == 2
                && space > 0
                && space + 1 < compound.length()
                && compound.indexOf(' ', space + 1) < 0
                && letters.charAt(0) == compound.charAt(0)
                && letters.charAt(1) == compound.charAt(space + 1);
    }
}
