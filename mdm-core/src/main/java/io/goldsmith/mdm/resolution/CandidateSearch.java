package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.SizeBound;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the records that share a blocking key with one record, as the batch does: a block that outgrew its bound is split by its
 * rule's further key parts, one after the other until it is small enough, and brings nothing if it is too large even so.
 */
final class CandidateSearch {

    /** A block larger than this is not read to be split. */
    private static final int MAX_SPLIT = 5_000;

    private static final String BLOCK = "(select cast(? as int), record_id from blocking_key"
            + " where rule_number = ? and key_hash = ? fetch first ? rows only)";

    private final Matching matching;
    private final boolean frozen;
    private final int maxBlockSize;
    /** For each rule its further parts in order, each as a rule of its own. */
    private final List<List<Blocking>> refinements = new ArrayList<>();

    CandidateSearch(Matching matching) {
        MatchSettings settings = matching.settings();
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

    /** The candidates by hub id, without the record itself, whose standard form and keys are stored already. */
    SortedMap<Long, MemberRecords.Standard> of(Transaction transaction, StandardisedRecord record) throws SQLException {
        SortedMap<Long, MemberRecords.Standard> candidates = new TreeMap<>();
        SortedSet<Long> found = new TreeSet<>();
        List<List<Long>> blocks = blocks(transaction, record.keys());
        for (int position = 0; position < blocks.size(); position++) {
            List<Long> block = blocks.get(position);
            if (block.size() <= maxBlockSize) {
                found.addAll(block);
            } else if (!frozen && block.size() <= MAX_SPLIT) {
                for (MemberRecords.Standard other :
                        split(transaction, record, record.keys().get(position), block)) {
                    candidates.put(other.recordId(), other);
                }
            }
        }
        found.remove(record.row().recordId());
        for (MemberRecords.Standard other : MemberRecords.standard(transaction, found)) {
            candidates.put(other.recordId(), other);
        }
        candidates.remove(record.row().recordId());
        return candidates;
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
    private List<List<Long>> blocks(Transaction transaction, List<BlockingKey> keys) throws SQLException {
        List<List<Long>> blocks = new ArrayList<>(keys.size());
        keys.forEach(key -> blocks.add(new ArrayList<>()));
        if (keys.isEmpty()) {
            return blocks;
        }
        // All at once: a question for each key would be most of the time that a record takes.
        String sql = String.join(" union all ", Collections.nCopies(keys.size(), BLOCK));
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            int parameter = 1;
            for (int position = 0; position < keys.size(); position++) {
                query.setInt(parameter++, position);
                query.setInt(parameter++, keys.get(position).rule());
                query.setLong(parameter++, keys.get(position).value());
                query.setInt(parameter++, Math.max(MAX_SPLIT, maxBlockSize) + 1);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    blocks.get(row.getInt(1)).add(row.getLong(2));
                }
            }
        }
        return blocks;
    }
}
