package io.goldsmith.matching.evaluate;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.Optional;

/** Labels that tell the entity of each row. */
final class EntityLabels extends Labels {

    /** The entity of a row that no label speaks of. */
    static final int UNLABELLED = -1;

    private final int[] entities;

    EntityLabels(int[] entities) {
        this.entities = entities;
    }

    @Override
    public Evaluation evaluate(int[] clusters) {
        Long2IntOpenHashMap clusterSizes = new Long2IntOpenHashMap();
        Long2IntOpenHashMap entitySizes = new Long2IntOpenHashMap();
        Long2IntOpenHashMap cells = new Long2IntOpenHashMap();
        long labelled = 0;
        for (int row = 0; row < clusters.length; row++) {
            if (entities[row] != UNLABELLED) {
                clusterSizes.addTo(clusters[row], 1);
                entitySizes.addTo(entities[row], 1);
                cells.addTo((long) clusters[row] << Integer.SIZE | entities[row], 1);
                labelled++;
            }
        }
        long both = 0;
        long exact = 0;
        double precision = 0;
        double recall = 0;
        // Sorted, so that the sums of fractions do not depend on the order of a table of hashes.
        for (long cell : sortedKeys(cells)) {
            long size = cells.get(cell);
            int ofCluster = clusterSizes.get(cell >>> Integer.SIZE);
            int ofEntity = entitySizes.get((int) cell);
            both += pairs(size);
            exact += size == ofCluster && size == ofEntity ? 1 : 0;
            precision += size * (double) size / ofCluster;
            recall += size * (double) size / ofEntity;
        }
        return new Evaluation(
                both,
                pairs(clusterSizes) - both,
                pairs(entitySizes) - both,
                precision / labelled,
                recall / labelled,
                entitySizes.size(),
                exact);
    }

    private static long[] sortedKeys(Long2IntOpenHashMap map) {
        long[] keys = map.keySet().toLongArray();
        Arrays.parallelSort(keys);
        return keys;
    }

    private static long pairs(Long2IntOpenHashMap sizes) {
        long pairs = 0;
        for (Long2IntMap.Entry entry : sizes.long2IntEntrySet()) {
            pairs += pairs(entry.getIntValue());
        }
        return pairs;
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    @Override
    public Optional<Boolean> match(int left, int right) {
        return entities[left] == UNLABELLED || entities[right] == UNLABELLED
                ? Optional.empty()
                : Optional.of(entities[left] == entities[right]);
    }

    @Override
    public long matches() {
        Long2IntOpenHashMap sizes = new Long2IntOpenHashMap();
        for (int entity : entities) {
            if (entity != UNLABELLED) {
                sizes.addTo(entity, 1);
            }
        }
        return pairs(sizes);
    }

    @Override
    void forEachMatch(long stride, PairTaker taker) {
        long[] byEntity = new long[entities.length];
        for (int row = 0; row < byEntity.length; row++) {
            byEntity[row] = (long) entities[row] << Integer.SIZE | row;
        }
        Arrays.parallelSort(byEntity);
        long passed = 0;
        int end = 0;
        for (int one = 0; one < byEntity.length; one++) {
            end = Math.max(end, one);
            while (end < byEntity.length && entity(byEntity[end]) == entity(byEntity[one])) {
                end++;
            }
            long partners = entity(byEntity[one]) == UNLABELLED ? 0 : end - one - 1;
            while (passed < partners) {
                taker.accept((int) byEntity[one], (int) byEntity[(int) (one + 1 + passed)]);
                passed += stride;
            }
            passed -= partners;
        }
    }

    private static long entity(long entityAndRow) {
        return entityAndRow >> Integer.SIZE;
    }
}
