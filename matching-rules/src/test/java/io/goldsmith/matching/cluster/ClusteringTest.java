package io.goldsmith.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final PairWeights MATCHES = (left, right) -> 70;
    private static final int REVIEW = 20;

    private static int[] cluster(
            RecordTable table, ScoredPairs.Builder pairs, PairWeights weights, LinkDecision... decisions) {
        ClusterConstraints constraints = ClusterConstraints.of(table, List.of("siren"), weights, REVIEW);
        return Clustering.cluster(pairs.build(), AUTOMATIC, List.of(decisions), constraints);
    }

    @Test
    void namesAClusterAfterItsSmallestRowAndLeavesPairsToReviewAlone() {
        ScoredPairs.Builder pairs =
                ScoredPairs.builder().add(3, 1, 60).add(3, 2, 50).add(0, 1, 49);
        assertThat(cluster(table("", "", "", ""), pairs, MATCHES)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void givesARecordWithoutIdentifierToItsStrongerSide() {
        ScoredPairs.Builder pairs = ScoredPairs.builder().add(0, 1, 60).add(1, 2, 70);
        assertThat(cluster(table("A", "", "B"), pairs, MATCHES)).containsExactly(0, 1, 1);
    }

    @Test
    void keepsACannotLinkApartThroughOtherRows() {
        ScoredPairs.Builder pairs = ScoredPairs.builder().add(0, 1, 80).add(1, 2, 70);
        assertThat(cluster(table("", "", ""), pairs, MATCHES, new LinkDecision(2, 0, false)))
                .containsExactly(0, 0, 2);
    }

    @Test
    void letsAPersonOutrankExclusiveIdentifiers() {
        ScoredPairs.Builder pairs = ScoredPairs.builder().add(1, 2, 70).add(0, 3, 70);
        assertThat(cluster(table("A", "B", "B", "C"), pairs, MATCHES, new LinkDecision(0, 1, true)))
                .as("the third has an identifier that the two know, the fourth another")
                .containsExactly(0, 0, 0, 3);
    }

    @Test
    void cutsABridgeBetweenGroupsThatAreUnlikeOnAverage() {
        ScoredPairs.Builder pairs =
                ScoredPairs.builder().add(0, 1, 80).add(2, 3, 80).add(1, 2, 70);
        PairWeights twoGroups = (left, right) -> left / 2 == right / 2 || left == 1 && right == 2 ? 70 : -60;
        assertThat(cluster(table("", "", "", ""), pairs, twoGroups)).containsExactly(0, 0, 2, 2);
    }
}
