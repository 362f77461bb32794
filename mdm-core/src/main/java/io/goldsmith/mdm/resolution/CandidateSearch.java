package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.SizeBound;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Finds the records that share a blocking key with one record, as the batch does: a block that outgrew its bound is split by its
 * rule's further key parts, one after the other until it is small enough, and brings nothing if it is too large even so.
 */
final class CandidateSearch {

    /** A block larger than this is not read to be split. */
    private static final int MAX_SPLIT = 5_000;

    private static final String BLOCKS =
            "select k.place, b.record_id from unnest(?, ?, ?) k(place, rule_number, key_hash)"
                    + " cross join lateral (select record_id from blocking_key b where b.rule_number = k.rule_number"
                    + " and b.key_hash = k.key_hash fetch first ? rows only) b";

    /** The same of a single key, for H2, which knows no lateral join. */
    private static final String BLOCK =
            "select record_id from blocking_key" + " where rule_number = ? and key_hash = ? fetch first ? rows only";

    private final boolean isPostgreSql;
    private final Matching matching;
    private final boolean frozen;
    private final int maxBlockSize;
    /** For each rule its further parts in order, each as a rule of its own. */
    private final List<List<Blocking>> refinements = new ArrayList<>();

    CandidateSearch(Store store, Matching matching) {
        MatchSettings settings = matching.settings();
        this.isPostgreSql = store.isPostgreSql();
        this.matching = matching;
        this.frozen = matching.model().refinement().isPresent();
        this.maxBlockSize = frozen ? new SizeBound(settings.maxBlockSize(), true).limit() : settings.maxBlockSize();
        for (BlockingRule rule : settings.blocking()) {
            refinements.add(rule.refine().stream()
                    .map(part -> Blocking.of(List.of(new BlockingRule(List.of(part), List.of()))))
                    .toList());
        }
    }

    /** Whether a record always finds those that find it: so it is unless blocks are split. */
    boolean isMutual() {
        return frozen;
    }

    /** The candidates of one record: see {@link #of(Transaction, List)}. */
    SortedMap<Long, MemberRecords.Standard> of(Transaction transaction, StandardisedRecord record) throws SQLException {
        return of(transaction, List.of(record)).get(0);
    }

    /**
     * The candidates of each record by hub id; of records whose standard forms and keys are stored already. Each finds what it would find if
     * they came one after the other, so none of those behind it. A candidate may have left its source since it was resolved last.
     */
    List<SortedMap<Long, MemberRecords.Standard>> of(Transaction transaction, List<StandardisedRecord> records)
            throws SQLException {
        List<BlockingKey> keys =
                records.stream().flatMap(record -> record.keys().stream()).toList();
        List<List<Long>> blocks = blocks(transaction, keys, records.size());
        Set<Long> yetToCome = new HashSet<>();
        records.forEach(record -> yetToCome.add(record.row().recordId()));
        List<SortedSet<Long>> found = new ArrayList<>(records.size());
        List<SortedMap<Long, MemberRecords.Standard>> candidates = new ArrayList<>(records.size());
        int position = 0;
        for (StandardisedRecord record : records) {
            yetToCome.remove(record.row().recordId());
            SortedSet<Long> ofRecord = new TreeSet<>();
            SortedMap<Long, MemberRecords.Standard> kept = new TreeMap<>();
            for (BlockingKey key : record.keys()) {
                List<Long> block = blocks.get(position++);
                if (!yetToCome.isEmpty()) {
                    block.removeAll(yetToCome);
                }
                if (block.size() <= maxBlockSize) {
                    ofRecord.addAll(block);
                } else if (!frozen && block.size() <= MAX_SPLIT) {
                    split(transaction, record, key, block).forEach(other -> kept.put(other.recordId(), other));
                }
            }
            ofRecord.remove(record.row().recordId());
            kept.remove(record.row().recordId());
            found.add(ofRecord);
            candidates.add(kept);
        }
        read(transaction, found, candidates);
        return candidates;
    }

    /** Reads what was found for any of the records at once. */
    private static void read(
            Transaction transaction,
            List<SortedSet<Long>> found,
            List<SortedMap<Long, MemberRecords.Standard>> candidates)
            throws SQLException {
        SortedSet<Long> all = new TreeSet<>();
        found.forEach(all::addAll);
        Map<Long, MemberRecords.Standard> standard = new HashMap<>();
        MemberRecords.standardOfAny(transaction, all).forEach(other -> standard.put(other.recordId(), other));
        for (int position = 0; position < found.size(); position++) {
            for (Long recordId : found.get(position)) {
                if (standard.containsKey(recordId)) {
                    candidates.get(position).put(recordId, standard.get(recordId));
                }
            }
        }
    }

    private List<MemberRecords.Standard> split(
            Transaction transaction, StandardisedRecord record, BlockingKey key, List<Long> block) throws SQLException {
        List<MemberRecords.Standard> kept = MemberRecords.standard(transaction, block);
        AttributeValues own = matching.derive(record.standard());
        for (Blocking part : refinements.get(key.rule())) {
            if (kept.size() <= maxBlockSize) {
                break;
            }
            List<BlockingKey> ofRecord = part.keys(own);
            kept = kept.stream()
                    .filter(other ->
                            part.keys(matching.derive(other.values())).stream().anyMatch(ofRecord::contains))
                    .toList();
        }
        return kept.size() <= maxBlockSize ? kept : List.of();
    }

    /** The blocks of keys, in their order; of one that is too large to be split only so much that this can be told. */
    private List<List<Long>> blocks(Transaction transaction, List<BlockingKey> keys, int records) throws SQLException {
        List<List<Long>> blocks = new ArrayList<>(keys.size());
        keys.forEach(key -> blocks.add(new ArrayList<>()));
        if (keys.isEmpty()) {
            return blocks;
        }
        int most = Math.max(MAX_SPLIT, maxBlockSize) + records;
        if (isPostgreSql) {
            readTogether(transaction, keys, most, blocks);
        } else {
            readEach(transaction, keys, most, blocks);
        }
        return blocks;
    }

    private void readTogether(Transaction transaction, List<BlockingKey> keys, int most, List<List<Long>> blocks)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(BLOCKS)) {
            query.setArray(
                    1,
                    transaction.numbers(LongStream.range(0, keys.size()).boxed().toList()));
            query.setArray(
                    2,
                    transaction.numbers(
                            keys.stream().map(key -> (long) key.rule()).toList()));
            query.setArray(
                    3, transaction.numbers(keys.stream().map(BlockingKey::value).toList()));
            query.setInt(4, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    blocks.get(row.getInt(1)).add(row.getLong(2));
                }
            }
        }
    }

    private void readEach(Transaction transaction, List<BlockingKey> keys, int most, List<List<Long>> blocks)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(BLOCK)) {
            for (int position = 0; position < keys.size(); position++) {
                query.setInt(1, keys.get(position).rule());
                query.setLong(2, keys.get(position).value());
                query.setInt(3, most);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        blocks.get(position).add(row.getLong(1));
                    }
                }
            }
        }
    }
}
