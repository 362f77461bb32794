package io.goldsmith.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.cluster.ClusterMetrics.Cohesion;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusteringTest {

    private static final int AUTOMATIC = 50;
    private static final int COHESION = 20;
    private static final PairWeights MATCHES = (left, right) -> 70;

    /** Rows with these SIREN, an empty one for none. */
    private static RecordTable table(String... sirens) {
        RecordTable.Builder builder =
                RecordTable.builder(List.of(new AttributeDefinition("siren", SemanticType.IDENTIFIER, "siren", false)));
        for (int row = 0; row < sirens.length; row++) {
            AttributeValues values = sirens[row].isEmpty()
                    ? AttributeValues.none()
                    : AttributeValues.of(Map.of("siren", List.of(sirens[row])));
            builder.add(new RecordId("crm", "K" + row), values);
        }
        return builder.build();
    }

    /** Rows of these sources, which are to be sorted. */
    private static RecordTable sources(String... sources) {
        RecordTable.Builder builder = RecordTable.builder(List.of());
        for (int row = 0; row < sources.length; row++) {
            builder.add(new RecordId(sources[row], "K" + row), AttributeValues.none());
        }
        return builder.build();
    }

    private static Clustering clustering(
            RecordTable table, ScoredPairs pairs, PairWeights weights, LinkDecision... decisions) {
        ClusterConstraints constraints =
                new ClusterConstraints(table, List.of("siren"), List.of(), () -> weights, COHESION);
        return Clusterer.cluster(pairs, AUTOMATIC, List.of(decisions), constraints, 1);
    }

    private static int[] cluster(
            RecordTable table, ScoredPairs.Builder pairs, PairWeights weights, LinkDecision... decisions) {
        return clustering(table, pairs.build(), weights, decisions).clusters();
    }

    private static Clustering onePerSource(RecordTable table, List<String> sources, ScoredPairs.Builder pairs) {
        ClusterConstraints constraints = new ClusterConstraints(table, List.of(), sources, () -> MATCHES, COHESION);
        return Clusterer.cluster(pairs.build(), AUTOMATIC, List.of(), constraints, 1);
    }

    @Test
    void namesAClusterAfterItsSmallestRowAndLeavesPairsToReviewAlone() {
        ScoredPairs.Builder pairs =
                ScoredPairs.builder().add(3, 1, 60).add(3, 2, 50).add(0, 1, 49);
        assertThat(cluster(table("", "", "", ""), pairs, MATCHES)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void givesARecordWithoutIdentifierToItsStrongerSideAndTellsWhatItCut() {
        ScoredPairs pairs = ScoredPairs.builder().add(0, 1, 60).add(1, 2, 70).build();
        Clustering clustering = clustering(table("A", "", "B"), pairs, MATCHES);
        assertThat(clustering.clusters()).containsExactly(0, 1, 1);
        assertThat(clustering.cuts()).containsExactly(new CutPair(0, 1, 60, CutReason.EXCLUSIVE_IDENTIFIER));
    }

    @Test
    void keepsACannotLinkApartThroughOtherRows() {
        ScoredPairs pairs = ScoredPairs.builder().add(0, 1, 80).add(1, 2, 70).build();
        Clustering clustering = clustering(table("", "", ""), pairs, MATCHES, new LinkDecision(2, 0, false));
        assertThat(clustering.clusters()).containsExactly(0, 0, 2);
        assertThat(clustering.cuts()).containsExactly(new CutPair(1, 2, 70, CutReason.CANNOT_LINK));
    }

    @Test
    void letsAPersonOutrankExclusiveIdentifiers() {
        ScoredPairs.Builder pairs = ScoredPairs.builder().add(1, 2, 70).add(0, 3, 70);
        assertThat(cluster(table("A", "B", "B", "C"), pairs, MATCHES, new LinkDecision(0, 1, true)))
                .as("the third has an identifier that the two know, the fourth another")
                .containsExactly(0, 0, 0, 3);
    }

    @Test
    void joinsWhatAPersonLinkedThoughNoPairTouchesIt() {
        assertThat(cluster(table("", "", ""), ScoredPairs.builder(), MATCHES, new LinkDecision(2, 0, true)))
                .containsExactly(0, 1, 0);
    }

    @Test
    void cutsABridgeBetweenGroupsThatAreUnlikeOnAverage() {
        ScoredPairs pairs = ScoredPairs.builder()
                .add(0, 1, 80)
                .add(2, 3, 80)
                .add(1, 2, 70)
                .add(0, 3, 60)
                .build();
        PairWeights twoGroups = (left, right) -> left / 2 == right / 2 || left == 1 && right == 2 ? 70 : -60;
        Clustering clustering = clustering(table("", "", "", ""), pairs, twoGroups);
        assertThat(clustering.clusters()).containsExactly(0, 0, 2, 2);
        assertThat(clustering.cuts())
                .containsExactly(
                        new CutPair(0, 3, 60, CutReason.WEAK_BRIDGE), new CutPair(1, 2, 70, CutReason.WEAK_BRIDGE));
    }

    @Test
    void asksNoOtherWeightForTwoSingleRecords() {
        PairWeights none = (left, right) -> {
            throw new AssertionError("the pair's own weight is known");
        };
        ScoredPairs.Builder pairs = ScoredPairs.builder().add(0, 1, 80).add(2, 3, 60);
        assertThat(cluster(table("", "", "", ""), pairs, none)).containsExactly(0, 0, 2, 2);
    }

    @Test
    void givesASourceThatHasEachCustomerOnceOneRecordPerCluster() {
        RecordTable table = sources("crm", "crm", "erp", "erp");
        ScoredPairs.Builder pairs =
                ScoredPairs.builder().add(0, 2, 90).add(2, 3, 80).add(1, 3, 70).add(0, 1, 60);
        Clustering clustering = onePerSource(table, List.of("crm"), pairs);
        assertThat(clustering.clusters()).containsExactly(0, 1, 0, 0);
        assertThat(clustering.cuts())
                .containsExactly(
                        new CutPair(0, 1, 60, CutReason.ONE_PER_SOURCE),
                        new CutPair(1, 3, 70, CutReason.ONE_PER_SOURCE));
        assertThat(onePerSource(table, List.of("all"), pairs).clusters()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void tellsSourcesApartThatAreMoreThanThereAreBits() {
        String[] names = new String[200];
        ScoredPairs.Builder pairs = ScoredPairs.builder();
        for (int row = 0; row < names.length; row++) {
            names[row] = String.format("s%03d", row);
            pairs.add(0, Math.max(1, row), 90);
        }
        assertThat(onePerSource(sources(names), List.of("all"), pairs).clusters())
                .containsOnly(0);
    }

    @Test
    void measuresHowWellClustersHoldTogether() {
        ScoredPairs pairs = ScoredPairs.builder()
                .add(0, 1, 80)
                .add(1, 2, 60)
                .add(0, 2, 40)
                .add(3, 4, 90)
                .add(4, 5, 30)
                .build();
        ClusterMetrics metrics =
                clustering(table("", "", "", "", "", ""), pairs, MATCHES).metrics(pairs);
        assertThat(metrics.sizes()).isEqualTo(Map.of(1, 1L, 2, 1L, 3, 1L));
        assertThat(metrics.clusters()).isEqualTo(3);
        assertThat(metrics.density()).isEqualTo(1.0);
        assertThat(metrics.meanWeight()).isEqualTo((80 + 60 + 40 + 90) / 4);
        assertThat(metrics.smallestWeight()).isEqualTo(40);
        assertThat(metrics.weakest())
                .containsExactly(new Cohesion(0, 3, 1.0, 60, 40, 60), new Cohesion(3, 2, 1.0, 90, 90, 90));
        assertThat(metrics.cutPairs()).isZero();
    }
}
