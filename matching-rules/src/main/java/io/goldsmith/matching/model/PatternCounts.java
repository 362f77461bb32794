package io.goldsmith.matching.model;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectIterator;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How many pairs showed each pattern of levels. Counts are integers, so that neither the order of counting nor the number of threads
 * leaves a trace. Not thread-safe: each thread counts its own, one adds them up.
 */
final class PatternCounts {

    private final Long2ObjectOpenHashMap<Long2LongOpenHashMap> counts = new Long2ObjectOpenHashMap<>();
    private long pairs;

    /** One pattern and how many pairs showed it. */
    record Pattern(long first, long second, long pairs) {

        int level(int comparison) {
            return LevelPattern.level(first, second, comparison);
        }
    }

    void add(long first, long second, long pairsOfIt) {
        counts.computeIfAbsent(second, unused -> new Long2LongOpenHashMap()).addTo(first, pairsOfIt);
        pairs += pairsOfIt;
    }

    void addAll(PatternCounts others) {
        others.counts.forEach((second, byFirst) -> byFirst.forEach((first, counted) -> add(first, second, counted)));
    }

    /** How many pairs were counted. */
    long pairs() {
        return pairs;
    }

    /** Every pattern, in an order that the patterns alone decide. */
    Pattern[] sorted() {
        int size = counts.values().stream().mapToInt(Long2LongOpenHashMap::size).sum();
        Pattern[] patterns = new Pattern[size];
        int position = 0;
        for (Long2ObjectMap.Entry<Long2LongOpenHashMap> second : counts.long2ObjectEntrySet()) {
            ObjectIterator<Long2LongMap.Entry> entries =
                    second.getValue().long2LongEntrySet().fastIterator();
            while (entries.hasNext()) {
                Long2LongMap.Entry entry = entries.next();
                patterns[position] = new Pattern(entry.getLongKey(), second.getLongKey(), entry.getLongValue());
                position++;
            }
        }
        Arrays.sort(patterns, Comparator.comparingLong(Pattern::second).thenComparingLong(Pattern::first));
        return patterns;
    }
}
