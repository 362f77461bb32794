package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the records that share a blocking key with one record. A block that outgrew its bound brings nothing, as in the batch. */
final class CandidateSearch {

    private static final String BLOCK =
            "select record_id from blocking_key where rule_number = ? and key_hash = ? fetch first ? rows only";

    private CandidateSearch() {}

    /**
     * The candidates by hub id, without the record itself.
     *
     * @param keys the record's keys, stored already
     * @param maxBlockSize the most records that a block may hold
     */
    static SortedSet<Long> of(Transaction transaction, long recordId, List<BlockingKey> keys, int maxBlockSize)
            throws SQLException {
        SortedSet<Long> candidates = new TreeSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(BLOCK)) {
            for (BlockingKey key : keys) {
                query.setInt(1, key.rule());
                query.setLong(2, key.value());
                query.setInt(3, maxBlockSize + 1);
                List<Long> block = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        block.add(row.getLong(1));
                    }
                }
                if (block.size() <= maxBlockSize) {
                    candidates.addAll(block);
                }
            }
        }
        candidates.remove(recordId);
        return candidates;
    }
}
