package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts key parts together to rules: each alone where it may, every two of different columns, and three where two are too weak. */
final class RuleCandidates {

    private static final int MOST_REFINEMENTS = 3;

    private final List<KeyAtom> atoms;
    private final Map<String, Double> completeness;

    RuleCandidates(MatchDesign design) {
        this.atoms = KeyAtoms.of(design);
        this.completeness = design.columns().stream()
                .collect(Collectors.toMap(
                        ProposedColumn::name, column -> column.profile().completeness()));
    }

    /**
     * A rule that may be chosen.
     *
     * @param rule the rule
     * @param bases the columns that its key comes from
     */
    record Candidate(BlockingRule rule, Set<String> bases) {}

    /** All of them, in a fixed order. */
    List<Candidate> all() {
        List<Candidate> candidates = new ArrayList<>();
        for (int first = 0; first < atoms.size(); first++) {
            KeyAtom one = atoms.get(first);
            if (one.stands()) {
                candidates.add(candidate(List.of(one)));
            }
            for (int second = first + 1; second < atoms.size(); second++) {
                KeyAtom other = atoms.get(second);
                if (other.isApartFrom(one.bases())) {
                    candidates.add(candidate(List.of(one, other)));
                    addTriples(candidates, one, other, second);
                }
            }
        }
        return List.copyOf(candidates);
    }

    /** Three parts of which none stands alone: phonetic name, first letter and area, for example. */
    private void addTriples(List<Candidate> candidates, KeyAtom one, KeyAtom other, int second) {
        if (one.stands()
                || other.stands()
                || one.rank() == KeyAtom.NO_REFINEMENT && other.rank() == KeyAtom.NO_REFINEMENT) {
            return;
        }
        Set<String> bases = bases(List.of(one, other));
        for (KeyAtom third : atoms.subList(second + 1, atoms.size())) {
            if (!third.stands() && third.rank() < KeyAtom.NO_REFINEMENT && third.isApartFrom(bases)) {
                candidates.add(candidate(List.of(one, other, third)));
            }
        }
    }

    private Candidate candidate(List<KeyAtom> parts) {
        Set<String> bases = bases(parts);
        List<KeyPart> refine = atoms.stream()
                .filter(atom -> atom.rank() < KeyAtom.NO_REFINEMENT && atom.isApartFrom(bases))
                .sorted(Comparator.comparingDouble((KeyAtom atom) -> -Math.rint(4 * completeness(atom)))
                        .thenComparingInt(KeyAtom::rank))
                .map(KeyAtom::part)
                .limit(MOST_REFINEMENTS)
                .toList();
        return new Candidate(new BlockingRule(parts.stream().map(KeyAtom::part).toList(), refine), bases);
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
        return bases;
    }
}
