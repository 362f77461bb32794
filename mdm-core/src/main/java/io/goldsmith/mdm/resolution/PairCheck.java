package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks that what names a source record names one that is there: scored pairs, cross-references, standard records. Pairs are also held
 * against those that the batch engine finds.
 */
final class PairCheck {

    private static final int IDS = 5_000;
    private static final Set<String> LIVE = Set.of("PENDING", "RESOLVED");

    private static final String NEXT = "select min(left_record) from scored_pair where left_record > ?";

    private static final String PAIRS = "select p.left_record, p.right_record, p.left_version, p.right_version,"
            + " l.state, l.resolved_version, r.state, r.resolved_version, p.weight, p.grade from scored_pair p"
            + " left join source_record l on l.id = p.left_record left join source_record r on r.id = p.right_record"
            + " where p.left_record >= ? and p.left_record < ? order by p.left_record, p.right_record";

    private static final String REFERENCES = "select x.record_id from cross_reference x where not exists"
            + " (select 1 from source_record r where r.id = x.record_id) order by x.record_id fetch first 10000 rows only";

    private static final String STANDARD = "select s.record_id from standard_record s where not exists"
            + " (select 1 from source_record r where r.id = s.record_id) order by s.record_id fetch first 10000 rows only";

    private final Store store;
    private final PairComparison comparison;

    PairCheck(Store store, PairComparison comparison) {
        this.store = store;
        this.comparison = comparison;
    }

    void run(Findings findings, ResolutionProgress progress) {
        progress.report("check pairs", 0, -1);
        orphans(REFERENCES, Invariant.CROSS_REFERENCE, findings);
        orphans(STANDARD, Invariant.STANDARD_RECORD, findings);
        long done = 0;
        OptionalLong from = next(-1);
        while (from.isPresent()) {
            long first = from.getAsLong();
            done += store.inTransaction(transaction -> check(transaction, first, findings));
            progress.report("check pairs", done, -1);
            from = next(first + IDS - 1);
        }
    }

    private void orphans(String sql, Invariant invariant, Findings findings) {
        store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    findings.add(BrokenInvariant.ofRecords(invariant, row.getLong(1)));
                }
            }
            return null;
        });
    }

    private OptionalLong next(long after) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(NEXT)) {
                query.setLong(1, after);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    long least = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(least);
                }
            }
        });
    }

    private long check(Transaction transaction, long from, Findings findings) throws SQLException {
        long pairs = 0;
        try (PreparedStatement query = transaction.connection().prepareStatement(PAIRS)) {
            query.setLong(1, from);
            query.setLong(2, from + IDS);
            query.setFetchSize(IDS);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pairs++;
                    PairComparison.Stored pair = new PairComparison.Stored(
                            row.getLong(1),
                            row.getLong(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(9),
                            row.getString(10));
                    boolean isSound = isSound(row.getString(5), row.getInt(3), row.getInt(6))
                            && isSound(row.getString(7), row.getInt(4), row.getInt(8));
                    if (!isSound || !comparison.isAs(pair)) {
                        findings.add(BrokenInvariant.ofRecords(Invariant.SCORED_PAIR, pair.left(), pair.right()));
                    }
                }
            }
        }
        return pairs;
    }

    /** A record that waits may be named in the version that was resolved last, or in the one that is being resolved. */
    private static boolean isSound(String state, int version, int resolvedVersion) {
        return state != null && LIVE.contains(state) && (state.equals("PENDING") || version == resolvedVersion);
    }
}
