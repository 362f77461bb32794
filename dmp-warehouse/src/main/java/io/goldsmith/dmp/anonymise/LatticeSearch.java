package io.goldsmith.dmp.anonymise;

import io.goldsmith.dmp.DmpException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the least generalisation that suffices, over the lattice of all combinations of levels.
 *
 * <p>Full-domain generalisation with suppression after P. Samarati, <i>Protecting Respondents' Identities in Microdata
 * Release</i>, IEEE TKDE 13(6), 2001; the pruning rests on the roll-up property of LeFevre, DeWitt and Ramakrishnan,
 * <i>Incognito</i>, SIGMOD 2005, and its predictive tagging on El Emam et al., <i>A Globally Optimal k-Anonymity Method
 * for the De-Identification of Health Data</i>, JAMIA 16(5), 2009. Raising a level only joins classes, so a node that
 * fails condemns all nodes at or below it. Loss is Sweeney's precision: the mean share of each hierarchy climbed. Of
 * equal losses the node with the smaller levels in the order of the columns is taken, so the choice is deterministic.
 */
final class LatticeSearch {

    private static final int MOST_NODES = 200_000;

    private record Node(int[] levels, double loss) {
        boolean isAtOrBelow(Node other) {
            for (int i = 0; i < levels.length; i++) {
                if (levels[i] > other.levels[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Node> nodes = new ArrayList<>();

    /**
     * @param heights each quasi-identifier's greatest level
     * @param floor each one's least level, from earlier publications; 0 without
     * @throws DmpException when the lattice has more than 200,000 nodes
     */
    LatticeSearch(int[] heights, int[] floor) {
        long size = 1;
        for (int i = 0; i < heights.length; i++) {
            size *= heights[i] - floor[i] + 1;
            if (size > MOST_NODES) {
                throw new DmpException("dmp.projection.quasi-identifiers has " + heights.length
                        + " attributes whose levels combine in more than " + MOST_NODES + " ways; name fewer");
            }
        }
        enumerate(heights, floor.clone(), 0, floor);
        // A stable sort of nodes that were enumerated in the order of their levels: ties keep that order.
        nodes.sort(Comparator.comparingDouble(Node::loss));
    }

    /** The levels of the node with the least loss that suffices, if any does. */
    Optional<int[]> least(Predicate<int[]> suffices) {
        List<Node> open = nodes;
        Optional<int[]> best = Optional.empty();
        while (!open.isEmpty()) {
            int middle = open.size() / 2;
            Node probe = open.get(middle);
            if (suffices.test(probe.levels())) {
                best = Optional.of(probe.levels());
                open = open.subList(0, middle);
            } else {
                open = open.stream().filter(node -> !node.isAtOrBelow(probe)).toList();
            }
        }
        return best;
    }

    private void enumerate(int[] heights, int[] levels, int attribute, int[] floor) {
        if (attribute == heights.length) {
            nodes.add(new Node(levels.clone(), loss(levels, heights)));
            return;
        }
        for (int level = floor[attribute]; level <= heights[attribute]; level++) {
            levels[attribute] = level;
            enumerate(heights, levels, attribute + 1, floor);
        }
    }

    private static double loss(int[] levels, int[] heights) {
        double loss = 0;
        for (int i = 0; i < levels.length; i++) {
            loss += heights[i] == 0 ? 0 : (double) levels[i] / heights[i];
        }
        return loss / levels.length;
    }
}
