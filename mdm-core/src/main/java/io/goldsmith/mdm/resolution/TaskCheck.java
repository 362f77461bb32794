package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.stewardship.PossibleDuplicates;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the open tasks about pairs of golden records against what resolution proposes. */
final class TaskCheck {

    private static final int PAGE = 1_000;

    private static final String OPEN = "select t.left_record, t.right_record from unnest(?) w(id)"
            + " join stewardship_task t on t.golden_id = w.id"
            + " where t.state in ('OPEN', 'PROPOSED') and t.kind in ('POSSIBLE_DUPLICATE', 'CLUSTER_CONFLICT')";

    /** Open tasks one of whose golden records is not active or has not the record that the task names. */
    private static final String DANGLING = "select t.id, t.golden_id, t.left_record, t.right_record, case when"
            + " g.state = 'ACTIVE' and o.state = 'ACTIVE' and x.golden_id = t.golden_id"
            + " and y.golden_id = t.other_golden_id then 1 else 0 end, l.state, r.state from stewardship_task t"
            + " left join golden_record g on g.id = t.golden_id left join golden_record o on o.id = t.other_golden_id"
            + " left join cross_reference x on x.record_id = t.left_record"
            + " left join cross_reference y on y.record_id = t.right_record"
            + " left join source_record l on l.id = t.left_record left join source_record r on r.id = t.right_record"
            + " where t.id > ? and t.state in ('OPEN', 'PROPOSED')"
            + " and t.kind in ('POSSIBLE_DUPLICATE', 'CLUSTER_CONFLICT')"
            + " order by t.id fetch first ? rows only";

    private record Pair(long left, long right) {}

    /** Finds what is proposed about records, all those of their golden records, and waits in no task. */
    void missing(Transaction transaction, Collection<Long> recordIds, Findings findings) throws SQLException {
        List<PossibleDuplicates.Proposal> proposals = DuplicateProposals.about(transaction, recordIds);
        if (proposals.isEmpty()) {
            return;
        }
        Set<Long> goldenIds = new HashSet<>();
        proposals.forEach(proposal -> goldenIds.addAll(List.of(proposal.goldenId(), proposal.otherGoldenId())));
        Set<Pair> open = open(transaction, goldenIds);
        Set<Long> looked = new HashSet<>(recordIds);
        for (PossibleDuplicates.Proposal proposal : proposals) {
            // Told once, by the page of its left record.
            if (looked.contains(proposal.leftRecord())
                    && !open.contains(new Pair(proposal.leftRecord(), proposal.rightRecord()))) {
                findings.add(BrokenInvariant.ofRecords(
                        Invariant.TASK_MISSING, proposal.leftRecord(), proposal.rightRecord()));
            }
        }
    }

    private static Set<Pair> open(Transaction transaction, Set<Long> goldenIds) throws SQLException {
        Set<Pair> open = new HashSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(OPEN)) {
            query.setArray(1, transaction.numbers(goldenIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    open.add(new Pair(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return open;
    }

    /** Finds open tasks that name what is not there. */
    static void dangling(Store store, Findings findings, ResolutionProgress progress) {
        long done = 0;
        long last = 0;
        List<Long> page;
        do {
            long after = last;
            page = store.inTransaction(transaction -> page(transaction, after, findings));
            done += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1);
            progress.report("check tasks", done, -1);
        } while (!page.isEmpty());
    }

    private static List<Long> page(Transaction transaction, long after, Findings findings) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(DANGLING)) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    boolean waits = "PENDING".equals(row.getString(6)) || "PENDING".equals(row.getString(7));
                    if (row.getInt(5) == 0 && !waits) {
                        findings.add(BrokenInvariant.ofGolden(
                                Invariant.TASK, row.getLong(2), row.getLong(3), row.getLong(4)));
                    }
                }
            }
        }
        return ids;
    }
}
