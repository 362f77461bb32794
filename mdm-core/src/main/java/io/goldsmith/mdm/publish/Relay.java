package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.store.Lease;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Gives committed change events their positions. It sees only what is committed, holds the lease's row while it writes, and its
 * positions become visible all at once: no consumer can read past an event that comes later with a lower position.
 */
final class Relay {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int CHUNK = 50_000;

    /** The order of (golden id, version) within what is committed; one statement for the whole chunk. */
    private static final String GIVE = "merge into change_event e using ("
            + "select n.id as event, cast(? as bigint) + row_number() over (order by n.golden_id, n.golden_version, n.id)"
            + " as place from (select id, golden_id, golden_version from change_event where position is null"
            + " order by golden_id, golden_version, id fetch first " + CHUNK + " rows only) n) p"
            + " on (e.id = p.event) when matched then update set position = p.place";

    private final Store store;
    private final Lease lease = new Lease("relay");
    private final String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    Relay(Store store) {
        this.store = store;
    }

    int relay() {
        int all = 0;
        int chunk;
        do {
            chunk = store.inTransaction(this::chunk);
            all += chunk;
        } while (chunk == CHUNK);
        return all;
    }

    private int chunk(Transaction transaction) throws SQLException {
        if (lease.take(transaction, holder, store.clock().instant(), LEASE).isEmpty()) {
            return 0;
        }
        // Read after the lock: whoever held it before has committed its positions.
        long last = Outbox.lastPosition(transaction);
        try (PreparedStatement give = transaction.connection().prepareStatement(GIVE)) {
            give.setLong(1, last);
            int given = give.executeUpdate();
            if (given > 0) {
                RelayMarks.add(
                        transaction, last + given, store.clock().instant().truncatedTo(ChronoUnit.MICROS));
            }
            return given;
        }
    }
}
