package io.goldsmith.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClusteringPropertiesTest {

    private static final int AUTOMATIC = 0;
    private static final int COHESION = -20;

    /** The weight of two rows, whatever else there is: decided by their keys. */
    private static int weight(RecordTable table, int left, int right) {
        int hash = (table.key(left) + "|" + table.key(right)).hashCode() * 0x9E3779B1;
        return (hash >>> 8) % 100 - 30;
    }

    /** A small world of rows whose keys begin with a letter: no pair has two different letters. */
    private record World(RecordTable table, ScoredPairs pairs, List<LinkDecision> decisions) {

        static World of(long seed, int perLetter, String... letters) {
            RecordTable.Builder builder = RecordTable.builder(
                    List.of(new AttributeDefinition("siren", SemanticType.IDENTIFIER, "siren", false)));
            for (String letter : letters) {
                Random random = new Random(seed + letter.charAt(0));
                for (int number = 0; number < perLetter; number++) {
                    AttributeValues values = random.nextInt(3) > 0
                            ? AttributeValues.none()
                            : AttributeValues.of(Map.of("siren", List.of("S" + random.nextInt(4))));
                    builder.add(new RecordId("s" + random.nextInt(5), letter + number), values);
                }
            }
            return of(builder.build(), seed);
        }

        private static World of(RecordTable table, long seed) {
            ScoredPairs.Builder pairs = ScoredPairs.builder();
            List<LinkDecision> decisions = new ArrayList<>();
            for (int left = 0; left < table.size(); left++) {
                for (int right = left + 1; right < table.size(); right++) {
                    boolean isNear =
                            table.key(left).charAt(0) == table.key(right).charAt(0);
                    int drawn = (int) ((weight(table, left, right) + seed) % 40);
                    if (isNear && drawn % 3 == 0) {
                        pairs.add(left, right, weight(table, left, right));
                    }
                    if (isNear && drawn > 37) {
                        decisions.add(new LinkDecision(left, right, drawn == 38));
                    }
                }
            }
            return new World(table, pairs.build(), decisions);
        }

        Clustering cluster(int threads) {
            ClusterConstraints constraints = new ClusterConstraints(
                    table,
                    List.of("siren"),
                    List.of("s1"),
                    () -> (left, right) -> weight(table, Math.min(left, right), Math.max(left, right)),
                    COHESION);
            return Clusterer.cluster(pairs, AUTOMATIC, decisions, constraints, threads);
        }

        /** The clusters of the rows with one letter, by their ids, and what was cut among them. */
        List<String> told(String letter) {
            Clustering clustering = cluster(1);
            List<String> told = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                if (table.key(row).startsWith(letter)) {
                    told.add(table.id(row) + " in " + table.id(clustering.clusters()[row]));
                }
            }
            clustering.cuts().stream()
                    .filter(cut -> table.key(cut.left()).startsWith(letter))
                    .forEach(cut -> told.add(table.id(cut.left()) + " " + table.id(cut.right()) + cut.reason()));
            return told;
        }
    }

    @Property(tries = 60)
    void changesNoClusterForUnrelatedRecords(@ForAll @IntRange(max = 100_000) int seed) {
        assertThat(World.of(seed, 25, "A", "M", "Z").told("M"))
                .isEqualTo(World.of(seed, 25, "M").told("M"));
    }

    @Property(tries = 60)
    void keepsEveryConstraintAndTellsEveryCut(@ForAll @IntRange(max = 100_000) int seed) {
        World world = World.of(seed, 30, "M");
        Clustering clustering = world.cluster(1);
        int[] clusters = clustering.clusters();
        List<CutPair> cuts = clustering.cuts();
        for (LinkDecision decision : world.decisions()) {
            if (decision.linked()) {
                assertThat(clusters[decision.left()]).isEqualTo(clusters[decision.right()]);
            }
        }
        List<String> apart = new ArrayList<>();
        for (int pair = 0; pair < world.pairs().size(); pair++) {
            ScoredPair scored = world.pairs().pair(pair);
            if (scored.weight() >= AUTOMATIC && clusters[scored.left()] != clusters[scored.right()]) {
                apart.add(scored.left() + " " + scored.right());
            }
        }
        assertThat(cuts.stream().map(cut -> cut.left() + " " + cut.right())).containsExactlyElementsOf(apart);
    }

    @Property(tries = 10)
    void givesTheSameOnManyThreads(@ForAll @IntRange(max = 100_000) int seed) {
        ScoredPairs.Builder pairs = ScoredPairs.builder();
        Random random = new Random(seed);
        RecordTable.Builder builder = RecordTable.builder(List.of());
        for (int row = 0; row < 30_000; row++) {
            builder.add(new RecordId("", String.format("%06d", row)), AttributeValues.none());
            for (int partner = random.nextInt(5); partner > 0; partner--) {
                pairs.add(row, row / 8 * 8 + (row + partner) % 8, random.nextInt(60));
            }
        }
        RecordTable table = builder.build();
        ScoredPairs scored = pairs.build();
        ClusterConstraints constraints = new ClusterConstraints(
                table, List.of(), List.of(), () -> (left, right) -> (left ^ right) % 3 * 10 - 8, 0);
        Clustering one = Clusterer.cluster(scored, 20, List.of(), constraints, 1);
        Clustering eight = Clusterer.cluster(scored, 20, List.of(), constraints, 8);
        assertThat(Arrays.equals(eight.clusters(), one.clusters())).isTrue();
        assertThat(eight.cuts()).isEqualTo(one.cuts()).isNotEmpty();
        assertThat(eight.metrics(scored)).isEqualTo(one.metrics(scored));
    }
}
