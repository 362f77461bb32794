package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import io.goldsmith.mdm.stewardship.TaskState;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stewardship tasks about what is not written into one target before a person has looked, above all conflicts: at most one waits per golden record, whatever number of its records changed
 * there. It is closed when the conflict is over: the change was extracted and resolved, or the hub has nothing to write any more.
 */
final class ReplicationConflicts {

    /** Above a survivorship conflict: somebody's change waits, and the target is behind. */
    private static final int PRIORITY = 60;

    private final String target;
    private final DeliveryRows rows;
    private final TaskOpening tasks;

    ReplicationConflicts(String target, DeliveryRows rows) {
        this.target = target;
        this.rows = rows;
        this.tasks = new TaskOpening(rows.store());
    }

    /** A delivery met a record that changed: it waits, and a task is open about it. */
    void open(DeliveryRow row, Set<String> attributes) {
        ask(row, "changed in the target: " + String.join(", ", attributes));
    }

    /** A delivery waits for a steward, and a task is open about it. */
    void ask(DeliveryRow row, String reason) {
        rows.store().inTransaction(transaction -> {
            if (!isOf(row, row.delivered().goldenId())) {
                clear(transaction, row.key());
            }
            rows.setAside(row, DeliveryState.CONFLICT, reason);
            rows.standings().conflict(row);
            GoldenId golden = row.delivered().goldenId();
            tasks.open(transaction, TaskKind.REPLICATION_CONFLICT, subject(golden), golden, PRIORITY, details(golden));
            return null;
        });
    }

    /** Whether the task that waits for a record, if one does, is about this golden record: it may have been merged away since. */
    private boolean isOf(DeliveryRow row, GoldenId golden) {
        return rows.standings().of(target, List.of(row.key())).values().stream()
                .flatMap(standing -> standing.conflictOf().stream())
                .allMatch(golden::equals);
    }

    private String details(GoldenId golden) {
        String records = rows.standings().conflicts(target, golden).stream()
                .flatMap(standing -> rows.byId(standing.deliveryId()).stream())
                .map(row -> row.key() + " (" + row.delivered().reason() + ")")
                .collect(Collectors.joining(", "));
        return target + " has records of " + golden + " that the hub does not write before a person has looked: "
                + records
                + ". Accepting brings them to what the hub has: golden values are written over what changed there, and"
                + " what was deleted elsewhere is deleted there. Rejecting leaves them as they are in the target;"
                + " extracting the target's change settles it too.";
    }

    /** The records that wait for a task, at most {@code limit}. */
    List<StandingRow> waiting(int limit) {
        return rows.standings().conflicts(target, limit);
    }

    /** Where the task of a record stands; empty if there is none any more. */
    Optional<TaskState> answer(StandingRow record) {
        return rows.store()
                .inTransaction(transaction -> tasks.stateOf(
                        transaction,
                        TaskKind.REPLICATION_CONFLICT,
                        subject(record.conflictOf().orElseThrow())));
    }

    /** The conflict of a record is over; its task closes with the last record of the golden record. */
    void clear(Transaction transaction, String key) throws SQLException {
        clear(transaction, rows.standings().of(target, List.of(key)).values());
    }

    /** The conflicts of records, if there are any, are over. */
    void clear(Transaction transaction, Collection<StandingRow> records) throws SQLException {
        for (StandingRow record : records) {
            if (record.conflictOf().isPresent()) {
                GoldenId golden = record.conflictOf().get();
                rows.standings().noConflict(target, record.key());
                if (rows.standings().conflicts(target, golden).isEmpty()) {
                    tasks.close(transaction, TaskKind.REPLICATION_CONFLICT, subject(golden));
                }
            }
        }
    }

    private String subject(GoldenId golden) {
        return target + "|" + golden;
    }
}
