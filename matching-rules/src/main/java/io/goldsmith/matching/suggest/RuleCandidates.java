package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Puts key parts together to rules: each alone where it may, then two of different columns, then three. What brings few pairs is not put
 * together with more, since that could only lose some of them.
 */
final class RuleCandidates {

    private static final int MOST_REFINEMENTS = 3;
    private static final double FEWEST_FILLED = 0.05;

    private final List<KeyAtom> atoms;
    private final Map<String, Double> completeness;
    private final double enough;
    private final ToDoubleFunction<BlockingRule> pairs;
    private final List<Candidate> found = new ArrayList<>();

    /**
     * Candidates for a design.
     *
     * @param enough a rule that brings fewer pairs is not put together with more
     * @param pairs how many pairs a rule brings
     */
    RuleCandidates(MatchDesign design, double enough, ToDoubleFunction<BlockingRule> pairs) {
        this.completeness = design.columns().stream()
                .collect(Collectors.toMap(
                        ProposedColumn::name, column -> column.profile().completeness()));
        this.atoms = KeyAtoms.of(design);
        this.enough = enough;
        this.pairs = pairs;
    }

    /**
     * A rule that may be chosen.
     *
     * @param rule the rule
     * @param bases the columns that its key comes from
     * @param pairs how many pairs it brings
     */
    record Candidate(BlockingRule rule, Set<String> bases, double pairs) {}

    /** All of them, in a fixed order. */
    List<Candidate> all() {
        List<KeyAtom> open = new ArrayList<>();
        for (KeyAtom atom : atoms) {
            boolean tooWeak = !atom.stands();
            if (tooWeak || add(List.of(atom)) > enough) {
                open.add(atom);
            }
        }
        open.removeIf(atom -> completeness(atom) < FEWEST_FILLED);
        for (int first = 0; first < open.size(); first++) {
            for (int second = first + 1; second < open.size(); second++) {
                List<KeyAtom> two = List.of(open.get(first), open.get(second));
                if (two.get(1).isApartFrom(two.get(0).bases()) && add(two) > enough) {
                    addThird(two, open.subList(second + 1, open.size()));
                }
            }
        }
        return List.copyOf(found);
    }

    private void addThird(List<KeyAtom> two, List<KeyAtom> further) {
        Set<String> bases = bases(two);
        boolean weak = two.stream().noneMatch(KeyAtom::stands);
        for (KeyAtom third : further) {
            if (weak && third.rank() < KeyAtom.NO_REFINEMENT && third.isApartFrom(bases)) {
                add(List.of(two.get(0), two.get(1), third));
            }
        }
    }

    private double add(List<KeyAtom> parts) {
        Set<String> bases = bases(parts);
        List<KeyPart> refine = atoms.stream()
                .filter(atom -> atom.rank() < KeyAtom.NO_REFINEMENT && atom.isApartFrom(bases))
                .sorted(Comparator.comparingDouble((KeyAtom atom) -> -Math.rint(4 * completeness(atom)))
                        .thenComparingInt(KeyAtom::rank))
                .map(KeyAtom::part)
                .limit(MOST_REFINEMENTS)
                .toList();
        BlockingRule rule = new BlockingRule(parts.stream().map(KeyAtom::part).toList(), refine);
        double brought = pairs.applyAsDouble(rule);
        found.add(new Candidate(rule, bases, brought));
        return brought;
    }

    private double completeness(KeyAtom atom) {
        return atom.bases().stream()
                .mapToDouble(base -> completeness.getOrDefault(base, 0.0))
                .max()
                .orElse(0);
    }

    private static Set<String> bases(List<KeyAtom> parts) {
        Set<String> bases = new HashSet<>();
        parts.forEach(part -> bases.addAll(part.bases()));
        return Set.copyOf(bases);
    }
}
