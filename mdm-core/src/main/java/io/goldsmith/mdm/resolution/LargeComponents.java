package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
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

/**
 * The connected components of MATCH pairs that have more records than one that is resolved online may have. Hardly a customer has so many:
 * each makes a task for a person, who looks at the rules or at the source; the task is closed by the first batch that finds the
 * component smaller.
 */
final class LargeComponents {

    private static final String SUBJECT = "component|";

    /** Before any doubtful pair: nothing harms more customers at once. */
    private static final int PRIORITY = 300;

    private static final String OPEN = "select subject from stewardship_task where kind = 'DATA_QUALITY'"
            + " and subject like 'component|%' and state in ('OPEN', 'PROPOSED')";

    private final List<Large> found;

    private LargeComponents(List<Large> found) {
        this.found = found;
    }

    /** A component, by the record of it that the table has first. */
    private record Large(long recordId, int records) {

        String subject() {
            return SUBJECT + recordId;
        }

        String details() {
            return records + " source records hang together by pairs graded MATCH, more than "
                    + ComponentSearch.MAX_RECORDS + ", and this customer's are among them. Look for a value that many"
                    + " customers share, or check the blocking rules and the automatic threshold.";
        }
    }

    /**
     * Finds them.
     *
     * @param automatic the weight from which a pair is graded MATCH
     */
    static LargeComponents of(BatchTable table, ScoredPairs pairs, int automatic) {
        ConnectedRows components = ConnectedRows.apart(table.size());
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                components.join(pairs.left(pair), pairs.right(pair));
            }
        }
        int[] sizes = new int[table.size()];
        for (int row = 0; row < sizes.length; row++) {
            sizes[components.root(row)]++;
        }
        List<Large> found = new ArrayList<>();
        for (int row = 0; row < sizes.length; row++) {
            if (sizes[row] > ComponentSearch.MAX_RECORDS) {
                found.add(new Large(table.recordId(row), sizes[row]));
            }
        }
        return new LargeComponents(found);
    }

    /** Opens the tasks of those found, once they are published, and closes the others. */
    void settle(Store store) {
        TaskOpening tasks = new TaskOpening(store);
        store.inTransaction(transaction -> {
            Map<Long, Long> goldenOf = goldenOf(transaction);
            Set<String> asked = new HashSet<>();
            for (Large large : found) {
                Long goldenId = goldenOf.get(large.recordId);
                if (goldenId != null) {
                    asked.add(large.subject());
                    tasks.open(
                            transaction,
                            TaskKind.DATA_QUALITY,
                            large.subject(),
                            new GoldenId(goldenId),
                            PRIORITY,
                            large.details());
                }
            }
            for (String subject : open(transaction)) {
                if (!asked.contains(subject)) {
                    tasks.close(transaction, TaskKind.DATA_QUALITY, subject);
                }
            }
            return null;
        });
    }

    private Map<Long, Long> goldenOf(Transaction transaction) throws SQLException {
        return found.isEmpty()
                ? new HashMap<>()
                : CurrentResults.read(
                                transaction, found.stream().map(Large::recordId).toList())
                        .goldenOf();
    }

    private static List<String> open(Transaction transaction) throws SQLException {
        List<String> subjects = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(OPEN);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                subjects.add(row.getString(1));
            }
        }
        return subjects;
    }
}
