package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.matching.score.PairScorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A few records and their candidates in one table, each once, so that what a table costs is shared by all their pairs. */
final class ScoredTable {

    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final PairScorer scorer;

    private ScoredTable(Matching matching, SortedMap<Long, AttributeValues> standard) {
        standard.keySet().forEach(recordId -> rowOf.put(recordId, rowOf.size()));
        this.scorer = matching.scorer(List.copyOf(standard.values()));
    }

    static ScoredTable of(
            Matching matching,
            List<StandardisedRecord> records,
            List<SortedMap<Long, MemberRecords.Standard>> candidates) {
        SortedMap<Long, AttributeValues> standard = new TreeMap<>();
        candidates.forEach(found -> found.forEach((recordId, candidate) -> standard.put(recordId, candidate.values())));
        records.forEach(record -> standard.put(record.row().recordId(), record.standard()));
        return new ScoredTable(matching, standard);
    }

    /** The score of two records of the table, by hub id. */
    PairScore score(long one, long other) {
        return scorer.score(rowOf.get(one), rowOf.get(other));
    }
}
