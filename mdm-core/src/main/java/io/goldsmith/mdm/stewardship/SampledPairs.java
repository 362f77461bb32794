package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps what stewards said of sampled pairs. */
final class SampledPairs {

    private static final String STRATA = "select t.from_weight, a.automatic, t.pairs,"
            + " count(case when p.answer = 'MATCH' then 1 end), count(case when p.answer = 'NO_MATCH' then 1 end),"
            + " count(case when p.answer = 'CANNOT_TELL' then 1 end) from label_sample a"
            + " join label_stratum t on t.sample_id = a.id"
            + " left join sampled_pair p on p.sample_id = t.sample_id and p.from_weight = t.from_weight"
            + " where a.id = ? group by t.from_weight, a.automatic, t.pairs order by t.from_weight";

    private SampledPairs() {}

    /** What a person says of a pair. */
    enum Answer {
        MATCH,
        NO_MATCH,
        CANNOT_TELL;

        static Answer of(TaskState state) {
            return switch (state) {
                case ACCEPTED -> MATCH;
                case REJECTED -> NO_MATCH;
                case UNDECIDED -> CANNOT_TELL;
                default -> throw new IllegalArgumentException("A task that is " + state + " was not answered");
            };
        }
    }

    static void answer(Transaction transaction, long taskId, Answer answer, String steward, Instant now)
            throws SQLException {
        try (BulkWriter update = transaction.bulk(
                "update sampled_pair set answer = ?, answered_by = ?, answered_at = ? where task_id = ?")) {
            update.row(answer.name(), steward, now, taskId);
        }
    }

    static MatchQualityEstimate estimate(Transaction transaction, long sample) throws SQLException {
        List<MatchQualityEstimate.Stratum> strata = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(STRATA)) {
            query.setLong(1, sample);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    strata.add(new MatchQualityEstimate.Stratum(
                            row.getInt(1) >= row.getInt(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)));
                }
            }
        }
        if (strata.isEmpty()) {
            throw new StaleDecisionException(
                    "There is no sample " + sample + ", or there were no pairs to draw when it was drawn");
        }
        return MatchQualityEstimate.of(strata);
    }
}
