package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Scores records, whose standard forms and keys are stored and locked, against those that share a key with them. */
final class OnlineScoring {

    private final ResolutionRules rules;
    private final CandidateSearch candidateSearch;

    OnlineScoring(Store store, ResolutionRules rules) {
        this.rules = rules;
        this.candidateSearch = new CandidateSearch(store, rules.matching());
    }

    /**
     * Scores and stores the pairs that match or may.
     *
     * @throws ResolutionException if one of the records cannot be compared
     */
    void score(Transaction transaction, List<StandardisedRecord> records, ResolutionTally tally) throws SQLException {
        List<SortedMap<Long, MemberRecords.Standard>> candidates = candidateSearch.of(transaction, records);
        ScoredRows.insert(transaction, ofLive(transaction, pairs(records, candidates, tally)), rules.version());
    }

    private List<ScoredRow> pairs(
            List<StandardisedRecord> records,
            List<SortedMap<Long, MemberRecords.Standard>> candidates,
            ResolutionTally tally) {
        if (candidates.stream().allMatch(SortedMap::isEmpty)) {
            return List.of();
        }
        try {
            ScoredTable table = ScoredTable.of(rules.matching(), records, candidates);
            List<ScoredRow> pairs = new ArrayList<>();
            for (int position = 0; position < records.size(); position++) {
                StandardisedRecord record = records.get(position);
                for (MemberRecords.Standard other : candidates.get(position).values()) {
                    PairScore score = table.score(record.row().recordId(), other.recordId());
                    tally.compared(1);
                    tally.graded(score.grade());
                    if (score.grade() != MatchGrade.NO_MATCH) {
                        pairs.add(scoredRow(record, other, score));
                    }
                }
            }
            return pairs;
        } catch (RuntimeException e) {
            // Of several, each is tried by itself again: then it is told which.
            throw records.size() == 1
                    ? new ResolutionException(records.get(0).row().recordId(), e)
                    : e;
        }
    }

    private static ScoredRow scoredRow(StandardisedRecord record, MemberRecords.Standard other, PairScore score) {
        return ScoredRow.of(
                record.row().recordId(),
                record.row().version(),
                other.recordId(),
                other.version(),
                score.weight(),
                score.grade());
    }

    /** Who is live is asked of those alone that match: of all candidates it would cost more than the scoring. */
    private static List<ScoredRow> ofLive(Transaction transaction, List<ScoredRow> pairs) throws SQLException {
        if (pairs.isEmpty()) {
            return pairs;
        }
        Set<Long> recordIds = new TreeSet<>();
        pairs.forEach(pair -> recordIds.addAll(List.of(pair.left(), pair.right())));
        Set<Long> live = MemberRecords.versions(transaction, recordIds).keySet();
        return pairs.stream()
                .filter(pair -> live.contains(pair.left()) && live.contains(pair.right()))
                .toList();
    }
}
