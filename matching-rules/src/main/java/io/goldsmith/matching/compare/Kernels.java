package io.goldsmith.matching.compare;

import io.goldsmith.matching.standardise.Nicknames;
import io.goldsmith.matching.standardise.PhoneticKey;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The similarity tests on two standard values. The callers give them in order, so that every test is symmetric. */
final class Kernels {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private Kernels() {}

    static boolean holds(LevelTest test, String one, String other, double bound) {
        return switch (test) {
            case EXACT -> one.equals(other);
            case NICKNAME -> Nicknames.sameName(one, other);
            case JARO_WINKLER -> JARO_WINKLER.apply(one, other) >= bound;
            case DAMERAU -> damerau(one, other, (int) bound) <= (int) bound;
            case PHONETIC -> samePhoneticKey(one, other);
            case SWAPPED -> false;
            case PREFIX -> sharedPrefix(one, other) >= Math.min(bound, Math.min(one.length(), other.length()));
            case TOKEN_SET -> tokenShare(one, other) >= bound;
            case TOKEN_SUBSET -> tokenSubset(one, other);
            case ACRONYM -> isAcronym(one, other) || isAcronym(other, one);
            case DAY_MONTH_SWAP -> dayMonthSwap(one, other);
            case ONE_DIGIT_OFF -> one.length() == other.length() && damerau(one, other, 1) <= 1;
            case SAME_YEAR -> one.length() >= 4 && other.length() >= 4 && one.startsWith(other.substring(0, 4));
            case SAME_LOCAL_PART ->
                localPart(one).length() > 2 && localPart(one).equals(localPart(other));
            case ELSE -> true;
        };
    }

    private static boolean samePhoneticKey(String one, String other) {
        String key = PhoneticKey.of(one);
        return key.length() > 1 && key.equals(PhoneticKey.of(other));
    }

    private static int sharedPrefix(String one, String other) {
        int shared = 0;
        while (shared < one.length() && shared < other.length() && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    /** Jaccard similarity of the words. */
    private static double tokenShare(String one, String other) {
        Set<String> ones = tokens(one);
        Set<String> others = tokens(other);
        int all = ones.size() + others.size();
        ones.retainAll(others);
        return all == ones.size() ? 0 : ones.size() / (double) (all - ones.size());
    }

    private static boolean tokenSubset(String one, String other) {
        Set<String> ones = tokens(one);
        Set<String> others = tokens(other);
        return ones.containsAll(others) || others.containsAll(ones);
    }

    private static Set<String> tokens(String text) {
        return new TreeSet<>(Arrays.asList(text.split(" ")));
    }

    private static boolean isAcronym(String letters, String words) {
        if (letters.length() < 3 || letters.indexOf(' ') >= 0) {
            return false;
        }
        String[] tokens = words.split(" ");
        if (tokens.length != letters.length()) {
            return false;
        }
        for (int position = 0; position < tokens.length; position++) {
            if (tokens[position].charAt(0) != letters.charAt(position)) {
                return false;
            }
        }
        return true;
    }

    private static boolean dayMonthSwap(String one, String other) {
        return one.length() == 10
                && other.length() == 10
                && one.regionMatches(0, other, 0, 5)
                && one.regionMatches(5, other, 8, 2)
                && one.regionMatches(8, other, 5, 2);
    }

    private static String localPart(String email) {
        int at = email.indexOf('@');
        return at < 0 ? "" : email.substring(0, at);
    }

    /**
     * The distance of optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours. Answers
     * {@code bound + 1} as soon as the distance is known to be greater than the bound.
     */
    static int damerau(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) > bound) {
            return bound + 1;
        }
        int width = other.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] current = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            int smallest = i;
            for (int j = 1; j < width; j++) {
                int substitution = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
                smallest = Math.min(smallest, current[j]);
            }
            if (smallest > bound) {
                return bound + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return Math.min(last[width - 1], bound + 1);
    }
}
