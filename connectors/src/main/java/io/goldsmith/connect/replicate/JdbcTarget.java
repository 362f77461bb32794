package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.jdbc.JdbcTable;
import io.goldsmith.connect.jdbc.TableTransaction;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.replicate.ConflictCheck.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A target that is a table: the rows of several letters are locked and read at once, each is compared with what the hub knows of it, the
 * columns that differ are changed, and what was delivered is noted, all in one transaction.
 */
final class JdbcTarget implements Target {

    /** The most letters of one transaction: their rows are locked meanwhile. */
    private static final int TOGETHER = 100;

    private final JdbcTable table;
    private final RecordMapping mapping;
    private final ConflictCheck conflicts;
    private final JdbcCreation creation;
    private final List<String> rePointing;
    private final Duration patience;

    /**
     * @param mapping how the table's rows are read
     * @param creation how new rows are added
     * @param rePointing the statements that move what hangs on a row to another
     * @param patience how long an answer may take, at least
     */
    JdbcTarget(
            JdbcTable table,
            RecordMapping mapping,
            ConflictCheck conflicts,
            JdbcCreation creation,
            List<String> rePointing,
            Duration patience) {
        this.table = table;
        this.mapping = mapping;
        this.conflicts = conflicts;
        this.creation = creation;
        this.rePointing = List.copyOf(rePointing);
        this.patience = patience;
    }

    /** Creations each in a transaction of their own: of several new rows nobody could tell which is whose if the answer is lost. */
    @Override
    public List<Outcome> send(String carrier, List<Letter> pack) {
        List<Outcome> outcomes = new ArrayList<>(pack.size());
        int from = 0;
        while (from < pack.size() && !isCutOff(outcomes)) {
            int until = from + 1;
            if (pack.get(from).creates()) {
                outcomes.add(creation.create(pack.get(from)));
            } else {
                while (until < pack.size()
                        && until - from < TOGETHER
                        && !pack.get(until).creates()) {
                    until++;
                }
                outcomes.addAll(together(pack.subList(from, until)));
            }
            from = until;
        }
        return outcomes;
    }

    @Override
    public boolean repeatsCreations() {
        return creation.isRepeatable();
    }

    private static boolean isCutOff(List<Outcome> outcomes) {
        return !outcomes.isEmpty() && outcomes.get(outcomes.size() - 1) instanceof Outcome.Unreachable;
    }

    /** In one transaction; if the database refuses it, each letter in its own, so that one hinders no other. */
    private List<Outcome> together(List<Letter> letters) {
        try {
            return table.inTransaction(transaction -> write(transaction, letters));
        } catch (SQLException failure) {
            Outcome outcome = JdbcAnswer.of(failure, table.place());
            if (outcome instanceof Outcome.Refused && letters.size() > 1) {
                return oneByOne(letters);
            }
            return Collections.nCopies(letters.size(), outcome);
        }
    }

    private List<Outcome> oneByOne(List<Letter> letters) {
        List<Outcome> outcomes = new ArrayList<>(letters.size());
        for (int i = 0; i < letters.size() && !isCutOff(outcomes); i++) {
            outcomes.addAll(together(List.of(letters.get(i))));
        }
        // Within a pack there may be others behind these, so each has its own outcome.
        while (outcomes.size() < letters.size()) {
            outcomes.add(outcomes.get(outcomes.size() - 1));
        }
        return outcomes;
    }

    private List<Outcome> write(TableTransaction transaction, List<Letter> letters) throws SQLException {
        Map<String, String> delivered =
                transaction.delivered(letters.stream().map(Letter::messageId).toList());
        Map<String, Row> rows = transaction.lock(letters.stream()
                .filter(letter -> !delivered.containsKey(letter.messageId()))
                .map(letter -> letter.update().key())
                .toList());
        List<Outcome> outcomes = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            Row row = rows.get(letter.update().key());
            if (delivered.containsKey(letter.messageId())) {
                outcomes.add(letter.update().role().deletes() ? new Outcome.Deleted() : new Outcome.Acknowledged());
            } else if (row == null && letter.update().role().deletes()) {
                outcomes.add(new Outcome.Deleted());
            } else if (row == null) {
                outcomes.add(new Outcome.Refused("there is not exactly one row of this key in " + table.place()));
            } else {
                outcomes.add(write(transaction, letter, row));
            }
        }
        transaction.flush();
        return outcomes;
    }

    private Outcome write(TableTransaction transaction, Letter letter, Row row) throws SQLException {
        String key = letter.update().key();
        if (letter.update().role().deletes()) {
            return delete(transaction, letter, row);
        }
        Verdict verdict = conflicts.judge(letter, mapping.map(row));
        Optional<String> survivor = letter.update().role().survivor();
        if (survivor.isPresent() && !verdict.isConflict()) {
            transaction.run(rePointing, Map.of("from", key, "to", survivor.get()));
        }
        SortedMap<String, String> different =
                verdict.with(letter.update().role().marks(), row);
        different
                .entrySet()
                .removeIf(column -> row.text(column.getKey()).orElse("").equals(column.getValue()));
        if (!different.isEmpty()) {
            transaction.update(key, different);
        }
        if (verdict.outcome() instanceof Outcome.Acknowledged) {
            transaction.note(letter.messageId(), key);
        }
        return verdict.outcome();
    }

    private Outcome delete(TableTransaction transaction, Letter letter, Row row) throws SQLException {
        Outcome outcome = conflicts.judgeDeletion(letter, mapping.map(row));
        if (outcome instanceof Outcome.Deleted) {
            transaction.delete(letter.update().key());
            transaction.note(letter.messageId(), letter.update().key());
        }
        return outcome;
    }

    @Override
    public Optional<Map<String, String>> texts(String key, Set<String> columns) {
        return inTransaction(transaction -> transaction.row(key)).map(row -> {
            Map<String, String> texts = new HashMap<>();
            columns.forEach(column -> texts.put(column, row.text(column).orElse("")));
            return texts;
        });
    }

    @Override
    public boolean lacks(String key) {
        return inTransaction(transaction -> transaction.row(key)).isEmpty();
    }

    private <T> T inTransaction(JdbcTable.Work<T> work) {
        try {
            return table.inTransaction(work);
        } catch (SQLException failure) {
            throw new ConnectException(
                    "Asking " + table.place() + " for a row failed (SQL state " + failure.getSQLState()
                            + "); check that the target's user may read it",
                    failure);
        }
    }

    @Override
    public boolean isDivisible() {
        return true;
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
