package io.goldsmith.connect.replicate;

import io.goldsmith.connect.jdbc.JdbcTable;
import io.goldsmith.connect.jdbc.TableTransaction;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.mdm.source.Delivery;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds rows to a target that is a table. Whether an earlier attempt has added the row is told by the table of deliveries, by the column with
 * the golden id, or by the key if that is the golden id.
 */
final class JdbcCreation {

    private final JdbcTable table;
    private final RecordMapping mapping;
    private final CreateSettings settings;
    private final boolean notesDeliveries;

    JdbcCreation(JdbcTable table, RecordMapping mapping, CreateSettings settings, boolean notesDeliveries) {
        this.table = table;
        this.mapping = mapping;
        this.settings = settings;
        this.notesDeliveries = notesDeliveries;
    }

    boolean isRepeatable() {
        return notesDeliveries || settings.ourKey().isPresent() || settings.key() == CreateSettings.Key.GOLDEN_ID;
    }

    Outcome create(Letter letter) {
        boolean[] isAdded = {false};
        try {
            return table.inTransaction(transaction -> {
                Outcome outcome = create(transaction, letter);
                isAdded[0] = true;
                return outcome;
            });
        } catch (SQLException failure) {
            Outcome outcome = JdbcAnswer.of(failure, table.place());
            // A failure before the commit has undone it; of the commit itself nobody can tell.
            return isAdded[0] && !isRepeatable()
                    ? new Outcome.Uncertain(
                            "the row was added, and whether that was committed was not answered (SQL state "
                                    + failure.getSQLState() + ")")
                    : outcome;
        }
    }

    private Outcome create(TableTransaction transaction, Letter letter) throws SQLException {
        List<String> there = earlier(transaction, letter);
        if (there.size() > 1) {
            return new Outcome.Refused("several rows in " + table.place() + " have the golden id; leave it in one");
        }
        String key = there.isEmpty() ? add(transaction, letter) : there.get(0);
        Optional<Delivery.RecordVersion> row = transaction
                .row(key)
                .map(mapping::map)
                .filter(Delivery.RecordVersion.class::isInstance)
                .map(Delivery.RecordVersion.class::cast);
        return new Outcome.Created(key, row);
    }

    private List<String> earlier(TableTransaction transaction, Letter letter) throws SQLException {
        Optional<String> noted = Optional.ofNullable(
                transaction.delivered(List.of(letter.messageId())).get(letter.messageId()));
        if (noted.isPresent()) {
            return List.of(noted.get());
        }
        String golden = letter.update().golden().id().toString();
        if (settings.ourKey().isPresent()) {
            return transaction.keysOf(settings.ourKey().get(), golden);
        }
        return settings.key() == CreateSettings.Key.GOLDEN_ID
                ? transaction.keysOf(mapping.keyColumn(), golden)
                : List.of();
    }

    private String add(TableTransaction transaction, Letter letter) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>(letter.update().columns());
        columns.values().removeIf(String::isEmpty);
        String golden = letter.update().golden().id().toString();
        settings.ourKey().ifPresent(column -> columns.put(column, golden));
        if (settings.key() == CreateSettings.Key.GOLDEN_ID) {
            columns.put(mapping.keyColumn(), golden);
        }
        String key = transaction.insert(columns);
        transaction.note(letter.messageId(), key);
        transaction.flush();
        return key;
    }
}
