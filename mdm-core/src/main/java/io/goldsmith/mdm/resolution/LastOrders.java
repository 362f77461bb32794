package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads when the customers of source records ordered last. */
final class LastOrders {

    private static final String LAST = "select r.id, max(o.order_date) from unnest(?) w(id)"
            + " join source_record r on r.id = w.id"
            + " join customer_order o on o.source_system = r.source_system and o.source_key = r.source_key"
            + " group by r.id";

    private LastOrders() {}

    /** The date of the last order by the hub id of the record that it names as its customer; those without orders are left out. */
    static Map<Long, LocalDate> of(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, LocalDate> last = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(LAST)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    last.put(row.getLong(1), row.getObject(2, LocalDate.class));
                }
            }
        }
        return last;
    }
}
