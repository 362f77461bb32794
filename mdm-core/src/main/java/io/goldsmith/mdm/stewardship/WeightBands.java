package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.score.MatchWeight;
import java.util.ArrayList;
import java.util.List;

/**
 * Bands of match weight, so that a sample is drawn from each: two bits wide from the automatic threshold upwards and, down to the review
 * threshold, downwards; what is stored below that is one band, and what is far above another. No band straddles a threshold.
 */
final class WeightBands {

    private static final int WIDTH = 2 * MatchWeight.UNITS_PER_BIT;
    private static final int BANDS_ABOVE = 6;

    private final List<Band> bands;

    /**
     * A band.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record Band(int from, int to) {}

    private WeightBands(List<Band> bands) {
        this.bands = List.copyOf(bands);
    }

    static WeightBands of(int review, int automatic) {
        List<Integer> edges = new ArrayList<>(List.of(Integer.MIN_VALUE, review));
        List<Integer> below = new ArrayList<>();
        for (long edge = (long) automatic - WIDTH; edge > review; edge -= WIDTH) {
            below.add(0, (int) edge);
        }
        edges.addAll(below);
        for (int band = 0; band < BANDS_ABOVE; band++) {
            int edge = automatic + band * WIDTH;
            if (edge > edges.get(edges.size() - 1)) {
                edges.add(edge);
            }
        }
        edges.add(Integer.MAX_VALUE);
        List<Band> bands = new ArrayList<>();
        for (int edge = 1; edge < edges.size(); edge++) {
            bands.add(new Band(edges.get(edge - 1), edges.get(edge)));
        }
        return new WeightBands(bands);
    }

    /** From the lowest. */
    List<Band> all() {
        return bands;
    }

    /** The position of the band that holds a weight. */
    int positionOf(int weight) {
        int position = 0;
        while (position < bands.size() - 1 && weight >= bands.get(position).to()) {
            position++;
        }
        return position;
    }
}
