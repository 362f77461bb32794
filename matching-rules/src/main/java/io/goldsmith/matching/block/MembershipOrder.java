package io.goldsmith.matching.block;

import java.util.List;

/**
 * How the stretches of {@link Memberships} are read: which rules have a place in them, and from which number on the blocks of the other
 * rules are numbered. Immutable.
 */
final class MembershipOrder {

    /** A rule has a place if at least one row in this many stands in one of its blocks: it is quicker to read than the list. */
    private static final int WORTH_A_PLACE = 2;

    /** No block is shared. */
    static final int NONE = Integer.MAX_VALUE;

    private final boolean[] listed;
    private final int[] placesBefore;
    private final int[] numbersBefore;

    private MembershipOrder(boolean[] listed, int[] placesBefore, int[] numbersBefore) {
        this.listed = listed;
        this.placesBefore = placesBefore;
        this.numbersBefore = numbersBefore;
    }

    static MembershipOrder of(List<RuleBlocks> rules, int rowCount) {
        boolean[] listed = new boolean[rules.size()];
        int[] placesBefore = new int[rules.size() + 1];
        int[] numbersBefore = new int[rules.size() + 1];
        for (int rule = 0; rule < listed.length; rule++) {
            boolean inList = isListed(rules.get(rule), rowCount);
            listed[rule] = inList;
            placesBefore[rule + 1] = placesBefore[rule] + (inList ? 0 : 1);
            numbersBefore[rule + 1] =
                    Math.addExact(numbersBefore[rule], inList ? rules.get(rule).blocks() : 0);
        }
        return new MembershipOrder(listed, placesBefore, numbersBefore);
    }

    private static boolean isListed(RuleBlocks rule, int rowCount) {
        return rule.severalPerRow() || rule.rows().length < rowCount / WORTH_A_PLACE;
    }

    /** Whether a rule's blocks are in the list. */
    boolean isListed(int rule) {
        return listed[rule];
    }

    /** How many rules have a place. */
    int places() {
        return placesBefore[listed.length];
    }

    /** How many earlier rules have a place. */
    int placesBefore(int rule) {
        return placesBefore[rule];
    }

    /** Whether no rule has its blocks in the list. */
    boolean isPlacesAlone() {
        return numbersBefore[listed.length] == 0;
    }

    /** The number of a block in the list, or for a rule with a place the first number behind all earlier rules'. */
    int number(int rule, int block) {
        return numbersBefore[rule] + (listed[rule] ? block : 0);
    }

    /** Whether every pair of a rule comes first from it, so that nothing has to be read. */
    boolean isAlwaysFirst(int rule) {
        return placesBefore[rule] == 0 && numbersBefore[rule + 1] == 0;
    }

    /** The smallest number in both lists; {@link #NONE} if there is none. */
    int smallestShared(int[] blocks, int left, int leftEnd, int right, int rightEnd) {
        return smallestShared(blocks, left + places(), leftEnd, right + places(), rightEnd, NONE);
    }

    /** The smallest number in two ascending lists if it is below the limit, else the limit. */
    static int smallestShared(int[] blocks, int left, int leftEnd, int right, int rightEnd, int limit) {
        int one = left;
        int other = right;
        while (one < leftEnd && other < rightEnd) {
            int block = blocks[one];
            int otherBlock = blocks[other];
            if (block >= limit || otherBlock >= limit) {
                return limit;
            }
            if (block == otherBlock) {
                return block;
            }
            if (block < otherBlock) {
                one++;
            } else {
                other++;
            }
        }
        return limit;
    }
}
