package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.score.MatchWeight;

/** What a steward should see first: by business impact and by uncertainty. */
final class Priority {

    /** What escalation adds, once: more than any task has by itself, so that overdue ones come first. */
    static final int ESCALATION = 1_000;

    private static final int MAX_ORDERS = 20;

    private Priority() {}

    /**
     * Of a possible duplicate: 100 at a match probability of one half, falling to 0 where it is certain either way, plus 10 for each
     * order up to 20 of the two customers together. A person is asked where the machine knows least and the most hangs on it.
     */
    static int ofPair(int weight, long orders) {
        double probability = MatchWeight.toProbability(weight);
        return (int) Math.round(400 * probability * (1 - probability)) + 10 * (int) Math.min(orders, MAX_ORDERS);
    }
}
