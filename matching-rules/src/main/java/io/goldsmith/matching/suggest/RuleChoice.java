package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses rules greedily by likely matches added per pair. A match that a second and a third rule bring too counts a little again: the
 * likely matches are a sample of the kinds of matches there are, and what two rules find is found with one more error in it.
 */
final class RuleChoice {

    private static final double[] WORTH = {1, 0.3, 0.1, 0.03};
    private static final double SMALLEST_GAIN = 0.002;
    private static final int FEWEST_RULES = 4;
    private static final int MOST_RULES = 24;
    private static final int MOST_OF_ONE_KIND = 2;

    private final List<MeasuredRule> rules;
    private final int matches;
    private final double budget;
    private final byte[] brought;
    private final Map<Set<String>, Integer> kinds = new HashMap<>();

    /**
     * A choice.
     *
     * @param rules the rules that may be chosen
     * @param matches how many likely matches there are
     * @param budget how many pairs the rules may bring together
     */
    RuleChoice(List<MeasuredRule> rules, int matches, double budget) {
        this.rules = rules;
        this.matches = matches;
        this.budget = budget;
        this.brought = new byte[matches];
    }

    List<ChosenRule> choose() {
        List<MeasuredRule> left = new ArrayList<>(rules);
        List<ChosenRule> chosen = new ArrayList<>();
        double pairs = 0;
        while (chosen.size() < MOST_RULES && !left.isEmpty()) {
            double spent = pairs;
            left.removeIf(
                    rule -> spent + rule.pairs() > budget || kinds.getOrDefault(rule.bases(), 0) >= MOST_OF_ONE_KIND);
            MeasuredRule best = best(left);
            if (best == null) {
                break;
            }
            boolean tooLittle = gain(best) < SMALLEST_GAIN * matches && chosen.size() >= FEWEST_RULES;
            if (tooLittle) {
                break;
            }
            left.remove(best);
            kinds.merge(best.bases(), 1, Integer::sum);
            pairs += best.pairs();
            chosen.add(chosen(best));
        }
        return List.copyOf(chosen);
    }

    /** The rule of the greatest gain for its pairs; the first of equal ones. */
    private MeasuredRule best(List<MeasuredRule> left) {
        MeasuredRule best = null;
        double greatest = 0;
        for (MeasuredRule rule : left) {
            // A rule that costs next to nothing must not win over a good one for that alone.
            double gain = (gain(rule) + 1e-9) / (rule.pairs() + 0.02 * budget);
            if (gain > greatest) {
                greatest = gain;
                best = rule;
            }
        }
        return best;
    }

    private double gain(MeasuredRule rule) {
        double gain = 0;
        BitSet likely = rule.likely();
        for (int match = likely.nextSetBit(0); match >= 0; match = likely.nextSetBit(match + 1)) {
            gain += brought[match] < WORTH.length ? WORTH[brought[match]] : 0;
        }
        return gain;
    }

    private ChosenRule chosen(MeasuredRule rule) {
        int added = 0;
        BitSet likely = rule.likely();
        for (int match = likely.nextSetBit(0); match >= 0; match = likely.nextSetBit(match + 1)) {
            added += brought[match] == 0 ? 1 : 0;
            brought[match] += brought[match] < WORTH.length ? 1 : 0;
        }
        double all = Math.max(1, matches);
        return new ChosenRule(rule.rule(), Math.round(rule.pairs()), likely.cardinality() / all, added / all);
    }
}
