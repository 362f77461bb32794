package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.ContentHash;
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

/**
 * Keeps the tasks about possible duplicates and cluster conflicts as resolution finds them: one per pair of golden records, opened once.
 */
public final class PossibleDuplicates {

    private static final List<TaskKind> KINDS = List.of(TaskKind.POSSIBLE_DUPLICATE, TaskKind.CLUSTER_CONFLICT);

    // Joined with what is asked for, for H2's sake: see RecordLookup.
    private static final String TASK = "select t.id, t.kind, t.subject, t.state, t.golden_id, t.other_golden_id,"
            + " t.weight, t.priority - case when t.escalated_at is null then 0 else " + Priority.ESCALATION + " end";
    private static final int MAX_SUBJECT = 128;

    // A task that is still open keeps its age and what escalation added to its priority.
    private static final String CHANGE = "update stewardship_task set state = 'OPEN', golden_id = ?,"
            + " other_golden_id = ?, weight = ?, priority = ? + case when escalated_at is not null"
            + " and state in ('OPEN', 'PROPOSED') then " + Priority.ESCALATION + " else 0 end,"
            + " opened_at = case when state in ('OPEN', 'PROPOSED') then opened_at"
            + " else cast(? as timestamp(6) with time zone) end, escalated_at = case when state in ('OPEN', 'PROPOSED')"
            + " then escalated_at else null end, closed_at = null, closed_by = null, proposed_by = null,"
            + " proposed_state = null, revision = revision + 1 where id = ?";

    /** Closes a task that asks nothing any more. */
    static final String CLOSE = "update stewardship_task set state = 'OBSOLETE', closed_at = ?, proposed_by = null,"
            + " proposed_state = null, revision = revision + 1 where id = ?";

    private final Store store;

    public PossibleDuplicates(Store store) {
        this.store = store;
    }

    /**
     * A proposal: two golden records, by their strongest pair of source records.
     *
     * @param kind {@code POSSIBLE_DUPLICATE}; {@code CLUSTER_CONFLICT} if the pair matches and clustering cut it
     * @param left the record with the smaller record id
     * @param leftRecord its hub id
     * @param orders how many orders the two customers have together
     */
    public record Proposal(
            TaskKind kind,
            RecordId left,
            RecordId right,
            long leftRecord,
            long rightRecord,
            long goldenId,
            long otherGoldenId,
            int weight,
            long orders) {

        /** The same with this number of orders. */
        public Proposal withOrders(long number) {
            return new Proposal(kind, left, right, leftRecord, rightRecord, goldenId, otherGoldenId, weight, number);
        }

        /** The task's subject: the pair by record ids; too long a text is cut and ended by a hash of the whole. */
        String subject() {
            String text = left + "|" + right;
            return text.length() <= MAX_SUBJECT
                    ? text
                    : text.substring(0, MAX_SUBJECT - 33) + "#" + ContentHash.of(List.of(text));
        }

        String key() {
            return kind + "|" + subject();
        }

        int priority() {
            return Priority.ofPair(weight, orders);
        }
    }

    private record Known(long id, TaskState state, long goldenId, long otherGoldenId, int weight, int priority) {

        boolean isOpen() {
            return state == TaskState.OPEN || state == TaskState.PROPOSED;
        }

        boolean isAs(Proposal proposal) {
            return isOpen()
                    && goldenId == proposal.goldenId
                    && otherGoldenId == proposal.otherGoldenId
                    && weight == proposal.weight
                    && priority == proposal.priority();
        }
    }

    /**
     * Settles the tasks of golden records: opens what is proposed and not open yet, closes as obsolete what is open and not proposed
     * any more.
     *
     * @param goldenIds every golden record concerned, before and after resolution
     * @param proposals everything proposed about them
     * @return how many tasks were opened
     */
    public long settle(Transaction transaction, Collection<Long> goldenIds, List<Proposal> proposals, Instant now)
            throws SQLException {
        Map<String, Proposal> wanted = new TreeMap<>();
        proposals.forEach(proposal -> wanted.put(proposal.key(), proposal));
        Map<String, Known> known = open(transaction, goldenIds);
        known.putAll(bySubject(transaction, wanted.values()));
        long opened = 0;
        try (BulkWriter close = transaction.bulk(CLOSE);
                BulkWriter change = transaction.bulk(CHANGE);
                BulkWriter add = transaction.bulk("insert into stewardship_task (id, kind, subject, golden_id,"
                        + " other_golden_id, left_record, right_record, weight, priority, state, details, created_at,"
                        + " opened_at, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', '', ?, ?, 1)")) {
            for (Map.Entry<String, Known> task : known.entrySet()) {
                if (!wanted.containsKey(task.getKey()) && task.getValue().isOpen()) {
                    close.row(now, task.getValue().id);
                }
            }
            for (Map.Entry<String, Proposal> entry : wanted.entrySet()) {
                Proposal proposal = entry.getValue();
                Known task = known.get(entry.getKey());
                if (task == null) {
                    add.row(
                            store.ids("entry_id").next(),
                            proposal.kind.name(),
                            proposal.subject(),
                            proposal.goldenId,
                            proposal.otherGoldenId,
                            proposal.leftRecord,
                            proposal.rightRecord,
                            proposal.weight,
                            proposal.priority(),
                            now,
                            now);
                    opened++;
                } else if (!task.isAs(proposal)) {
                    change.row(
                            proposal.goldenId,
                            proposal.otherGoldenId,
                            proposal.weight,
                            proposal.priority(),
                            now,
                            task.id);
                    opened += task.isOpen() ? 0 : 1;
                }
            }
        }
        return opened;
    }

    /** Kind and state are looked at here and not in SQL: H2 would take their index and read half the table for each golden record. */
    private static Map<String, Known> open(Transaction transaction, Collection<Long> goldenIds) throws SQLException {
        Map<String, Known> known = new TreeMap<>();
        String sql = TASK + " from unnest(?) as i(id) join stewardship_task t on t.golden_id = i.id union all " + TASK
                + " from unnest(?) as i(id) join stewardship_task t on t.other_golden_id = i.id";
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setArray(1, transaction.numbers(goldenIds));
            query.setArray(2, transaction.numbers(goldenIds));
            read(query, known);
        }
        known.values().removeIf(task -> !task.isOpen());
        return known;
    }

    private static Map<String, Known> bySubject(Transaction transaction, Collection<Proposal> proposals)
            throws SQLException {
        Map<String, Known> known = new TreeMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(TASK + " from unnest(?) as i(subject) join stewardship_task t on t.kind = ?"
                        + " and t.subject = i.subject")) {
            for (TaskKind kind : KINDS) {
                List<String> subjects = proposals.stream()
                        .filter(proposal -> proposal.kind == kind)
                        .map(Proposal::subject)
                        .toList();
                if (!subjects.isEmpty()) {
                    query.setArray(1, transaction.texts(subjects));
                    query.setString(2, kind.name());
                    read(query, known);
                }
            }
        }
        return known;
    }

    private static void read(PreparedStatement query, Map<String, Known> known) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (TaskKind.valueOf(row.getString(2)).asksToMerge()) {
                    known.put(
                            row.getString(2) + "|" + row.getString(3),
                            new Known(
                                    row.getLong(1),
                                    TaskState.valueOf(row.getString(4)),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getInt(7),
                                    row.getInt(8)));
                }
            }
        }
    }
}
