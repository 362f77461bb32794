package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which given names are forms of one name: {@code BOB} and {@code ROBERT}, {@code JP} and {@code JEAN PIERRE}. */
public final class Nicknames {

    private static final int[] NONE = {};
    private static final Map<String, int[]> GROUPS = read();

    private Nicknames() {}

    private static Map<String, int[]> read() {
        Map<String, int[]> groups = new HashMap<>();
        int number = 0;
        for (List<String> group : WordFile.groups("nicknames")) {
            for (String name : group) {
                groups.merge(name, new int[] {number}, Nicknames::joined);
            }
            number++;
        }
        return Map.copyOf(groups);
    }

    /** Groups are numbered in the order of the file, so that each array is sorted. */
    private static int[] joined(int[] before, int[] more) {
        int[] joined = java.util.Arrays.copyOf(before, before.length + 1);
        joined[before.length] = more[0];
        return joined;
    }

    /**
     * Whether two names in standard form stand together in the dictionary, or one is the initials of the other compound
     * ({@code JP} or {@code J P} of {@code JEAN PIERRE}).
     */
    public static boolean sameName(String one, String other) {
        int[] ones = GROUPS.getOrDefault(one, NONE);
        return ones.length > 0 && meet(ones, GROUPS.getOrDefault(other, NONE))
                || isInitials(one, other)
                || isInitials(other, one);
    }

    private static boolean meet(int[] ones, int[] others) {
        int one = 0;
        int other = 0;
        while (one < ones.length && other < others.length) {
            if (ones[one] == others[other]) {
                return true;
            }
            if (ones[one] < others[other]) {
                one++;
            } else {
                other++;
            }
        }
        return false;
    }

    private static boolean isInitials(String letters, String compound) {
        boolean apart = letters.length() == 3 && letters.charAt(1) == ' ';
        if (letters.length() != 2 && !apart) {
            return false;
        }
        int space = compound.indexOf(' ');
        return space > 1
                && space + 2 < compound.length()
                && compound.indexOf(' ', space + 1) < 0
                && letters.charAt(0) == compound.charAt(0)
                && letters.charAt(letters.length() - 1) == compound.charAt(space + 1);
    }
}
