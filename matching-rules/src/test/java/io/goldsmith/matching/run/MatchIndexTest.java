package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.cluster.ScoredPair;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.matching.standardise.DerivedAttribute;
import io.goldsmith.matching.standardise.DerivedPart;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MatchIndexTest {

    private static Matching matching(RecordTable table, int maxBlockSize) {
        MatchSettings settings = People.settings(maxBlockSize);
        return Matching.of(
                People.ATTRIBUTES, settings, MatchModel.fromSettings(settings).frozenOn(table, settings));
    }

    @Property(tries = 12)
    void findsForEachRecordThePairsOfTheBatchWithTheirWeights(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(min = 2, max = 60) int maxBlockSize) {
        RecordTable table = People.table(People.records(120, seed), 1);
        Matching matching = matching(table, maxBlockSize);
        ScoredPairs pairs = matching.scorePairs(table, MatchOptions.defaults(), MatchProgress.NONE);
        Set<ScoredPair> expected = new HashSet<>();
        IntStream.range(0, pairs.size()).mapToObj(pairs::pair).forEach(expected::add);
        MatchIndex index = MatchIndex.of(matching, table);
        Set<ScoredPair> found = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            int record = row;
            List<IndexHit> hits = index.find(table.values(row));
            assertThat(hits)
                    .isSortedAccordingTo(Comparator.<IndexHit>comparingInt(
                                    hit -> -hit.score().weight())
                            .thenComparing(IndexHit::id))
                    .allSatisfy(hit -> assertThat(hit.id()).isEqualTo(table.id(hit.row())));
            hits.stream()
                    .filter(hit -> hit.row() > record)
                    .forEach(hit -> found.add(
                            new ScoredPair(record, hit.row(), hit.score().weight())));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 12)
    void findsForARecordFromOutsideWhatScoringItAgainstItsCandidatesGives(@ForAll @IntRange(max = 1000) int seed) {
        RecordTable table = People.table(People.records(200, seed), 1);
        Matching matching = matching(table, 10_000);
        MatchIndex index = MatchIndex.of(matching, table);
        for (AttributeValues stranger : People.records(10, seed + 1L).values()) {
            Set<Integer> sharing = new HashSet<>();
            Map<Integer, PairScore> expected = new HashMap<>();
            for (int row = 0; row < table.size(); row++) {
                if (matching.blockingKeys(table.values(row)).stream()
                        .anyMatch(matching.blockingKeys(stranger)::contains)) {
                    sharing.add(row);
                    PairScore score =
                            matching.score(stranger, List.of(table.values(row))).get(0);
                    if (score.weight() >= matching.thresholds().review()) {
                        expected.put(row, score);
                    }
                }
            }
            assertThat(index.candidates(stranger))
                    .isSorted()
                    .containsExactlyInAnyOrder(sharing.toArray(Integer[]::new));
            List<IndexHit> hits = index.find(stranger);
            assertThat(hits).hasSize(expected.size());
            assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isEqualTo(expected.get(hit.row())));
        }
    }

    @Test
    void findsByADerivedAttributeOfWhichTheRecordHoldsThePartsAlone() {
        MatchSettings plain = People.settings(100);
        DerivedAttribute anyName = new DerivedAttribute(
                "any_name",
                List.of(new DerivedPart("given", "whole"), new DerivedPart("family", "whole")),
                List.of(),
                "");
        MatchSettings settings = new MatchSettings(
                plain.thresholds(),
                plain.prior(),
                plain.maxBlockSize(),
                List.of(People.rule("any_name")),
                plain.comparisons(),
                plain.exclusive(),
                plain.onePerSource(),
                List.of(anyName),
                Optional.empty());
        Matching matching = Matching.of(People.ATTRIBUTES, settings);
        AttributeValues swapped = AttributeValues.of(Map.of("given", List.of("MARTIN"), "family", List.of("JEAN")));
        RecordTable table = RecordTable.builder(matching.comparedAttributes())
                .add(new RecordId("crm", "1"), matching.derive(swapped))
                .build();
        AttributeValues asked = AttributeValues.of(Map.of("given", List.of("JEAN"), "family", List.of("MARTIN")));
        assertThat(MatchIndex.of(matching, table).candidates(asked)).containsExactly(0);
    }

    @Test
    void findsNothingInAnEmptyIndexAndNothingForAnEmptyRecord() {
        RecordTable empty = People.table(Map.of(), 1);
        AttributeValues person = People.records(1, 1).values().iterator().next();
        assertThat(MatchIndex.of(matching(empty, 10), empty).find(person)).isEmpty();
        RecordTable table = People.table(People.records(20, 1), 1);
        assertThat(MatchIndex.of(matching(table, 10), table).find(AttributeValues.none()))
                .isEmpty();
    }
}
