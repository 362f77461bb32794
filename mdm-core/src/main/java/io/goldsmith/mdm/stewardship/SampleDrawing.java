package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.ContentHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Draws pairs from each band of weight while they pass by: those whose hash of seed and record ids is smallest. So a drawing depends on the
 * seed and the pairs alone, not on their order, and keeps no more than it draws.
 */
final class SampleDrawing {

    private final long seed;
    private final int perBand;
    private final WeightBands bands;
    private final List<PriorityQueue<Drawn>> drawn = new ArrayList<>();
    private final long[] seen;

    /** A pair of the sample; golden ids are those of its records now. */
    record Pair(long leftRecord, long rightRecord, int weight, long goldenId, long otherGoldenId) {}

    private record Drawn(String hash, Pair pair) {}

    SampleDrawing(long seed, int perBand, WeightBands bands) {
        this.seed = seed;
        this.perBand = perBand;
        this.bands = bands;
        this.seen = new long[bands.all().size()];
        bands.all()
                .forEach(band -> drawn.add(
                        new PriorityQueue<>(Comparator.comparing(Drawn::hash).reversed())));
    }

    void see(Pair pair, RecordId left, RecordId right) {
        int band = bands.positionOf(pair.weight());
        seen[band]++;
        boolean ordered = left.compareTo(right) <= 0;
        String hash = ContentHash.of(
                List.of(Long.toString(seed), (ordered ? left : right).toString(), (ordered ? right : left).toString()));
        PriorityQueue<Drawn> ofBand = drawn.get(band);
        if (ofBand.size() < perBand || hash.compareTo(ofBand.peek().hash) < 0) {
            ofBand.add(new Drawn(hash, pair));
            if (ofBand.size() > perBand) {
                ofBand.remove();
            }
        }
    }

    /** How many pairs a band has. */
    long pairs(int band) {
        return seen[band];
    }

    /** The pairs drawn from a band, in the order of their hashes. */
    List<Pair> drawn(int band) {
        return drawn.get(band).stream()
                .sorted(Comparator.comparing(Drawn::hash))
                .map(Drawn::pair)
                .toList();
    }
}
