package io.goldsmith.dmp.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatticeSearchTest {

    private static final int[] HEIGHTS = {3, 2, 1};

    /** Any feasible set of a monotone rule is what lies above some nodes. */
    @Property
    void findsTheSameLossAsLookingAtEveryNode(
            @ForAll @Size(min = 1, max = 4) List<@Size(3) List<@IntRange(max = 3) Integer>> minimalNodes) {
        Predicate<int[]> suffices = levels -> minimalNodes.stream().anyMatch(node -> isAbove(levels, node));
        Optional<Double> exhaustive =
                all().stream().filter(suffices).map(LatticeSearchTest::loss).min(Double::compare);

        Optional<int[]> found = new LatticeSearch(HEIGHTS, new int[3]).least(suffices);

        assertThat(found.map(LatticeSearchTest::loss)).isEqualTo(exhaustive);
        assertThat(found.stream()).allMatch(suffices);
    }

    @Test
    void neverGoesBelowTheFloor() {
        assertThat(new LatticeSearch(HEIGHTS, new int[] {1, 2, 0}).least(levels -> true))
                .hasValueSatisfying(levels -> assertThat(levels).containsExactly(1, 2, 0));
    }

    @Test
    void findsNothingWhenNothingSuffices() {
        assertThat(new LatticeSearch(HEIGHTS, new int[3]).least(levels -> false))
                .isEmpty();
    }

    private static boolean isAbove(int[] levels, List<Integer> node) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < node.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> all() {
        List<int[]> nodes = new ArrayList<>();
        for (int a = 0; a <= 3; a++) {
            for (int b = 0; b <= 2; b++) {
                for (int c = 0; c <= 1; c++) {
                    nodes.add(new int[] {a, b, c});
                }
            }
        }
        return nodes;
    }

    private static double loss(int[] levels) {
        double loss = 0;
        for (int i = 0; i < levels.length; i++) {
            loss += (double) levels[i] / HEIGHTS[i];
        }
        return Math.round(1e9 * loss / Arrays.stream(HEIGHTS).count()) / 1e9;
    }
}
