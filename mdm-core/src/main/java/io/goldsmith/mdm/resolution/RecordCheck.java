package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Checks every source record: its standard form, its cross-reference, and the pairs that it makes with its candidates. */
final class RecordCheck {

    private static final int PAGE = 1_000;

    private final Store store;
    private final ResolutionRules rules;
    private final CandidateSearch candidateSearch;

    RecordCheck(Store store, ResolutionRules rules) {
        this.store = store;
        this.rules = rules;
        this.candidateSearch = new CandidateSearch(rules.matching());
    }

    void run(Findings findings, ResolutionProgress progress, long total) {
        long done = 0;
        long last = 0;
        List<CheckedRecord> page;
        do {
            long after = last;
            page = Snapshot.read(store, transaction -> check(transaction, after, findings));
            done += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).recordId();
            progress.report("check records", done, total);
        } while (!page.isEmpty());
        findings.records(done);
    }

    private List<CheckedRecord> check(Transaction transaction, long after, Findings findings) throws SQLException {
        List<CheckedRecord> page = CheckedRecord.page(transaction, after, PAGE);
        List<StandardisedRecord> sound = new ArrayList<>();
        for (CheckedRecord record : page) {
            reference(record, findings);
            if (record.isResolved() || record.isPending()) {
                if (record.inForce().isEmpty()) {
                    findings.add(BrokenInvariant.ofRecords(Invariant.FACTS, record.recordId()));
                } else if (record.isResolved()) {
                    standard(record, findings).ifPresent(sound::add);
                }
            } else if (record.standardVersion().isPresent()) {
                findings.add(BrokenInvariant.ofRecords(Invariant.STANDARD_RECORD, record.recordId()));
            }
        }
        pairs(transaction, sound, findings);
        return page;
    }

    private static void reference(CheckedRecord record, Findings findings) {
        boolean isLive = record.isResolved() || record.isPending();
        if (record.goldenId().isPresent()) {
            if (!isLive || !record.goldenState().equals("ACTIVE")) {
                findings.add(BrokenInvariant.ofRecords(Invariant.CROSS_REFERENCE, record.recordId()));
            }
        } else if (record.isResolved()) {
            findings.add(BrokenInvariant.ofRecords(Invariant.CROSS_REFERENCE_MISSING, record.recordId()));
        }
    }

    /** The record's standard form if it is stored as the rules give it. */
    private Optional<StandardisedRecord> standard(CheckedRecord record, Findings findings) {
        Optional<StandardisedRecord> expected = record.standardised(rules);
        if (expected.isEmpty() || record.resolvedVersion() != record.latestVersion()) {
            findings.add(BrokenInvariant.ofRecords(Invariant.RESOLUTION, record.recordId()));
            return Optional.empty();
        }
        if (!record.isAs(expected.get())) {
            findings.add(BrokenInvariant.ofRecords(Invariant.STANDARD_RECORD, record.recordId()));
            return Optional.empty();
        }
        return expected;
    }

    private void pairs(Transaction transaction, List<StandardisedRecord> records, Findings findings)
            throws SQLException {
        List<Long> ids = records.stream().map(record -> record.row().recordId()).toList();
        Map<List<Long>, ScoredRow> stored = new HashMap<>();
        ScoredRows.readOf(transaction, ids, MatchGrade.MATCH, MatchGrade.POSSIBLE_MATCH)
                .forEach(pair -> stored.put(List.of(pair.left(), pair.right()), pair));
        for (StandardisedRecord record : records) {
            long recordId = record.row().recordId();
            SortedMap<Long, MemberRecords.Standard> candidates = candidateSearch.of(transaction, record);
            // A pair is looked at from its smaller record.
            List<MemberRecords.Standard> others =
                    List.copyOf(candidates.tailMap(recordId + 1).values());
            List<PairScore> scores = rules.matching()
                    .score(
                            record.standard(),
                            others.stream().map(MemberRecords.Standard::values).toList());
            for (int i = 0; i < scores.size(); i++) {
                PairScore score = scores.get(i);
                MemberRecords.Standard other = others.get(i);
                Optional<ScoredRow> known = Optional.ofNullable(stored.get(List.of(recordId, other.recordId())));
                boolean isWanted = score.grade() != MatchGrade.NO_MATCH;
                boolean isAs = known.map(pair -> pair.weight() == score.weight() && pair.grade() == score.grade())
                        .orElse(!isWanted);
                if (!isAs && isResolved(transaction, other.recordId())) {
                    findings.add(BrokenInvariant.ofRecords(
                            known.isPresent() ? Invariant.SCORED_PAIR : Invariant.SCORED_PAIR_MISSING,
                            recordId,
                            other.recordId()));
                }
            }
        }
    }

    private static boolean isResolved(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement("select state from source_record where id = ?")) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getString(1).equals("RESOLVED");
            }
        }
    }
}
