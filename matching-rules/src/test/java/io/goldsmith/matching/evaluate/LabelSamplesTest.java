package io.goldsmith.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.Long2BooleanOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabelSamplesTest {

    private static List<Long> sample(Labels labels, long most) {
        List<Long> pairs = new ArrayList<>();
        labels.sampleMatches(most, (left, right) -> pairs.add(PairLabels.pair(left, right)));
        return pairs;
    }

    private static List<Long> everyNth(List<Long> pairs, int most) {
        int stride = Math.max(1, (pairs.size() + most - 1) / most);
        return IntStream.range(0, pairs.size())
                .filter(position -> position % stride == 0)
                .mapToObj(pairs::get)
                .toList();
    }

    @Property(tries = 200)
    void handsOverEverySoManyThMatchOfEntities(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 60) int most) {
        Random random = new Random(seed);
        int[] entities = random.ints(30, EntityLabels.UNLABELLED, 6).toArray();
        List<Long> all = new ArrayList<>();
        for (int entity = 0; entity < 6; entity++) {
            for (int left = 0; left < entities.length; left++) {
                for (int right = left + 1; right < entities.length; right++) {
                    if (entities[left] == entity && entities[right] == entity) {
                        all.add(PairLabels.pair(left, right));
                    }
                }
            }
        }
        Labels labels = new EntityLabels(entities);
        assertThat(labels.matches()).isEqualTo(all.size());
        assertThat(sample(labels, most)).isEqualTo(everyNth(all, most)).hasSizeLessThanOrEqualTo(most);
    }

    @Property(tries = 50)
    void handsOverEverySoManyThMatchOfPairs(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 60) int most) {
        Random random = new Random(seed);
        Long2BooleanOpenHashMap pairs = new Long2BooleanOpenHashMap();
        for (int pair = 0; pair < 80; pair++) {
            int left = random.nextInt(20);
            pairs.put(PairLabels.pair(left, left + 1 + random.nextInt(9)), random.nextBoolean());
        }
        List<Long> matches =
                pairs.keySet().longStream().filter(pairs::get).sorted().boxed().toList();
        assertThat(sample(new PairLabels(pairs), most)).isEqualTo(everyNth(matches, most));
    }

    @Test
    void samplesAnEntityOfAMillionRecordsWithoutWalkingItsPairs() {
        Labels labels = new EntityLabels(new int[1_000_000]);
        assertThat(labels.matches()).isEqualTo(499_999_500_000L);
        assertThat(sample(labels, 1000)).hasSize(1000).doesNotHaveDuplicates();
    }
}
