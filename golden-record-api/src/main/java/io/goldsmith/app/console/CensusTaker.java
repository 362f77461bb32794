package io.goldsmith.app.console;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts the hub's records for the dashboard, at most every five seconds, since counting reads whole indexes. Thread-safe. */
@Component
class CensusTaker {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Hub hub;
    private Census latest = new Census(Collections.emptySortedMap(), 0, 0, 0);
    private Instant takenAt = Instant.MIN;

    CensusTaker(Hub hub) {
        this.hub = hub;
    }

    synchronized Census census() {
        Instant now = hub.clock().instant();
        if (takenAt.equals(Instant.MIN) || takenAt.plus(KEPT).isBefore(now)) {
            latest = hub.store().inTransaction(CensusTaker::count);
            takenAt = now;
        }
        return latest;
    }

    private static Census count(Transaction transaction) throws SQLException {
        SortedMap<String, Long> bySource = new TreeMap<>();
        long pending = 0;
        String records = "select source_system, state, count(*) from source_record group by source_system, state";
        try (PreparedStatement statement = transaction.connection().prepareStatement(records);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String state = rows.getString(2);
                if (!"DELETED".equals(state)) {
                    bySource.merge(rows.getString(1), rows.getLong(3), Long::sum);
                }
                if ("PENDING".equals(state)) {
                    pending += rows.getLong(3);
                }
            }
        }
        return new Census(
                Collections.unmodifiableSortedMap(bySource),
                pending,
                single(transaction, "select count(*) from cross_reference"),
                single(transaction, "select count(*) from golden_record where state = 'ACTIVE'"));
    }

    private static long single(Transaction transaction, String query) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
