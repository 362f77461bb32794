package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the standard form that records get in the place of the one that they had, with their blocking keys, and forgets their pairs. Only
 * what differs is written: most new versions keep most of their keys.
 */
final class FormReplacement {

    private final List<Long> recordIds;
    private final Map<Long, MemberRecords.Standard> before = new TreeMap<>();
    private final Map<Long, List<BlockingKey>> keysBefore = new TreeMap<>();

    private FormReplacement(Collection<Long> recordIds) {
        this.recordIds = List.copyOf(recordIds);
    }

    /** Begins with what is stored of the records, which are locked by the keys that it gives, and must be as they are now then. */
    static FormReplacement of(Transaction transaction, Matching matching, Collection<Long> recordIds)
            throws SQLException {
        FormReplacement replacement = new FormReplacement(recordIds);
        for (MemberRecords.Standard standard : MemberRecords.standardOfAny(transaction, recordIds)) {
            replacement.before.put(standard.recordId(), standard);
            replacement.keysBefore.put(standard.recordId(), matching.blockingKeys(standard.values()));
        }
        return replacement;
    }

    /** The version of which a record has its standard form; 0 if it has none. */
    int versionBefore(long recordId) {
        return before.containsKey(recordId) ? before.get(recordId).version() : 0;
    }

    /** The keys of every record as it was. */
    List<BlockingKey> keysBefore() {
        return keysBefore.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Replaces the forms.
     *
     * @param next the new forms; of the records that this began with, one without has none any more
     * @param keysAreComplete whether every key of the forms before is stored; otherwise all are written anew
     * @return the records, and those that they were linked to, whose clusters may change too
     */
    SortedSet<Long> write(Transaction transaction, Collection<StandardisedRecord> next, boolean keysAreComplete)
            throws SQLException {
        SortedSet<Long> linked = new TreeSet<>(recordIds);
        if (!before.isEmpty()) {
            linked.addAll(forgetPairs(transaction));
        }
        KeyChanges keys = new KeyChanges(keysAreComplete);
        List<StandardisedRecord> added = new ArrayList<>();
        List<StandardisedRecord> changed = new ArrayList<>();
        Map<Long, List<BlockingKey>> left = new TreeMap<>(keysBefore);
        for (StandardisedRecord record : next) {
            long recordId = record.row().recordId();
            (before.containsKey(recordId) ? changed : added).add(record);
            List<BlockingKey> old = left.remove(recordId);
            keys.change(recordId, old == null ? List.of() : old, record.keys());
        }
        left.forEach((recordId, old) -> keys.change(recordId, old, List.of()));
        keys.write(transaction);
        StandardRows.delete(transaction, left.keySet());
        StandardRows.update(transaction, changed);
        StandardRows.insert(transaction, added);
        return linked;
    }

    private SortedSet<Long> forgetPairs(Transaction transaction) throws SQLException {
        SortedSet<Long> linked = new TreeSet<>();
        SortedSet<ScoredRow> pairs =
                ScoredRows.readOf(transaction, before.keySet(), MatchGrade.MATCH, MatchGrade.POSSIBLE_MATCH);
        for (ScoredRow pair : pairs) {
            if (pair.grade() == MatchGrade.MATCH) {
                linked.add(pair.left());
                linked.add(pair.right());
            }
        }
        ScoredRows.delete(transaction, pairs);
        return linked;
    }
}
