package io.goldsmith.matching.cluster;

import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;
import java.util.Set;

/**
 * Keeps apart clusters that both have a record of a source that has each customer once. A cluster's sources are a set of 64 bits, in which
 * sources may share a bit if there are more; only then are the rows looked at. Twelve bytes per row.
 */
final class OnePerSource implements Constraint {

    /** The word that stands for every source. */
    static final String ALL = "all";

    private static final int UNRESTRICTED = 0;

    private final int[] sources;
    private final long[] bits;
    private final boolean sharedBits;

    private OnePerSource(int[] sources, long[] bits, boolean sharedBits) {
        this.sources = sources;
        this.bits = bits;
        this.sharedBits = sharedBits;
    }

    /** The constraint for these sources, {@link #ALL} for every one; records that name no source are never kept apart by it. */
    static OnePerSource of(RecordTable table, List<String> restricted) {
        Set<String> names = Set.copyOf(restricted);
        boolean all = names.contains(ALL);
        Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
        int[] sources = new int[table.size()];
        long[] bits = new long[table.size()];
        for (int row = 0; row < sources.length; row++) {
            String source = table.source(row);
            if (!source.isEmpty() && (all || names.contains(source))) {
                codes.putIfAbsent(source, codes.size() + 1);
                sources[row] = codes.getInt(source);
                bits[row] = 1L << sources[row];
            }
        }
        return new OnePerSource(sources, bits, codes.size() > Long.SIZE);
    }

    @Override
    public CutReason reason() {
        return CutReason.ONE_PER_SOURCE;
    }

    @Override
    public OnePerSource forThread() {
        return this;
    }

    @Override
    public boolean allows(GrowingClusters clusters, int left, int right, int weight) {
        return (bits[left] & bits[right]) == 0 || sharedBits && !haveSourceInCommon(clusters, left, right);
    }

    private boolean haveSourceInCommon(GrowingClusters clusters, int left, int right) {
        IntOpenHashSet ones = new IntOpenHashSet();
        for (int row = left; row >= 0; row = clusters.next(row)) {
            ones.add(sources[row]);
        }
        for (int row = right; row >= 0; row = clusters.next(row)) {
            if (sources[row] != UNRESTRICTED && ones.contains(sources[row])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void joined(int root, int absorbed) {
        bits[root] |= bits[absorbed];
    }
}
