package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.survive.Conflict;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the tasks about sources that disagree as survivorship finds them: one per golden record and attribute. One that a steward
 * answered is opened again only when other records, or newer values, disagree.
 */
public final class SurvivorshipConflicts {

    private static final String KIND = TaskKind.SURVIVORSHIP_CONFLICT.name();

    // The kind is looked at in Java and not here: see PossibleDuplicates.
    private static final String KNOWN = "select t.id, t.subject, t.state, t.details, t.kind from unnest(?) w(id)"
            + " join stewardship_task t on t.golden_id = w.id";

    private static final String OPEN = "insert into stewardship_task (id, kind, subject, golden_id, priority, state,"
            + " details, created_at, opened_at, revision) values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, 1)";

    private static final String REOPEN = "update stewardship_task set state = 'OPEN', details = ?, opened_at = ?,"
            + " closed_at = null, closed_by = null, proposed_by = null, proposed_state = null, escalated_at = null,"
            + " revision = revision + 1 where id = ?";

    /** Above a certain match, below a match that is as good as a coin toss: see {@link Priority}. */
    private static final int PRIORITY = 50;

    private final Store store;

    public SurvivorshipConflicts(Store store) {
        this.store = store;
    }

    private record Known(long id, TaskState state, String details) {

        boolean isOpen() {
            return state == TaskState.OPEN || state == TaskState.PROPOSED;
        }
    }

    /**
     * Settles the tasks of golden records: opens what conflicts, closes as obsolete what does not any more.
     *
     * @param goldenIds every golden record concerned, before and after resolution
     * @param conflicts golden id to its conflicts
     * @return how many tasks were opened
     */
    public long settle(
            Transaction transaction, Collection<Long> goldenIds, Map<Long, List<Conflict>> conflicts, Instant now)
            throws SQLException {
        Map<String, Known> known = known(transaction, goldenIds);
        if (known.isEmpty() && conflicts.isEmpty()) {
            return 0;
        }
        long opened = 0;
        try (BulkWriter close = transaction.bulk(PossibleDuplicates.CLOSE);
                BulkWriter reopen = transaction.bulk(REOPEN);
                BulkWriter open = transaction.bulk(OPEN)) {
            for (Map.Entry<Long, List<Conflict>> entry : new TreeMap<>(conflicts).entrySet()) {
                for (Conflict conflict : entry.getValue()) {
                    String subject = entry.getKey() + "|" + conflict.name();
                    String details = details(conflict);
                    Known task = known.remove(subject);
                    if (task == null) {
                        open.row(
                                store.ids("entry_id").next(),
                                KIND,
                                subject,
                                entry.getKey(),
                                PRIORITY,
                                details,
                                now,
                                now);
                        opened++;
                    } else if (!task.details.equals(details) || task.state == TaskState.OBSOLETE) {
                        reopen.row(details, now, task.id);
                        opened += task.isOpen() ? 0 : 1;
                    }
                }
            }
            for (Known gone : known.values()) {
                if (gone.isOpen()) {
                    close.row(now, gone.id);
                }
            }
        }
        return opened;
    }

    /** Who disagrees since when; no values. */
    private static String details(Conflict conflict) {
        return conflict.name() + ": "
                + conflict.sides().stream()
                        .map(side -> side.record() + " since " + side.asOf())
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, Known> known(Transaction transaction, Collection<Long> goldenIds) throws SQLException {
        Map<String, Known> known = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KNOWN)) {
            query.setArray(1, transaction.numbers(goldenIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getString(5).equals(KIND)) {
                        known.put(
                                row.getString(2),
                                new Known(row.getLong(1), TaskState.valueOf(row.getString(3)), row.getString(4)));
                    }
                }
            }
        }
        return known;
    }
}
