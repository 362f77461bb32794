package io.goldsmith.matching.cluster;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Keeps apart what a person parted: a row from every cluster that holds the other. */
final class CannotLinks implements Constraint {

    private final Int2ObjectOpenHashMap<IntArrayList> parted = new Int2ObjectOpenHashMap<>();

    /** Keeps a row out of the cluster with this root. */
    void part(int root, int row) {
        parted.computeIfAbsent(root, unused -> new IntArrayList()).add(row);
    }

    @Override
    public CutReason reason() {
        return CutReason.CANNOT_LINK;
    }

    @Override
    public CannotLinks forThread() {
        return new CannotLinks();
    }

    @Override
    public boolean allows(GrowingClusters clusters, int left, int right, int weight) {
        return parted.isEmpty() || !isParted(clusters, left, right) && !isParted(clusters, right, left);
    }

    private boolean isParted(GrowingClusters clusters, int root, int other) {
        IntArrayList enemies = parted.get(root);
        if (enemies == null) {
            return false;
        }
        for (int position = 0; position < enemies.size(); position++) {
            if (clusters.root(enemies.getInt(position)) == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void joined(int root, int absorbed) {
        IntArrayList enemies = parted.isEmpty() ? null : parted.remove(absorbed);
        if (enemies != null) {
            parted.computeIfAbsent(root, unused -> new IntArrayList()).addAll(enemies);
        }
    }
}
